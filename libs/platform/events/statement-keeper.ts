import type { EventTypeName } from '#protocol';
import type { Transaction } from '../database/transaction.ts';

/** A statement inside an event, whose key was compromised before its receiver had it. */
export interface ReissuedStatement {
  /** Id of what the event is about. */
  readonly about: string;
  readonly was: string;
  /** The same words, signed with the key that is active now. */
  readonly token: string;
}

/** Of a role that keeps what it states in events of this type: from now on it keeps the new one. */
export interface StatementKeeper {
  readonly type: EventTypeName;
  /** @returns false where it does not keep what was: then nothing is issued */
  replace(tx: Transaction, reissued: ReissuedStatement): Promise<boolean>;
}

/** Injection token: a role may provide a `StatementKeeper[]` under it. */
export const STATEMENT_KEEPERS = Symbol('statement keepers');
