import type { Instant } from '#domain';
import type { Transaction } from '../database/transaction.ts';
import type { Passkey, PasskeyOwner } from './passkey.ts';
import type { CeremonyPurpose, PasskeyCeremony } from './passkey-ceremony.ts';

/** Passkeys, whoever owns them, and the challenges that wait for an answer. */
export abstract class PasskeyStore {
  /** Oldest first. */
  abstract listOf(owner: PasskeyOwner, tx?: Transaction): Promise<Passkey[]>;
  /** As `listOf`; others that change them wait until `tx` ends. */
  abstract hold(tx: Transaction, owner: PasskeyOwner): Promise<Passkey[]>;
  /** One of that kind of owner; others that use it wait until `tx` ends. */
  abstract lock(tx: Transaction, kind: PasskeyOwner['kind'], credentialId: string): Promise<Passkey | undefined>;
  /** @returns false where the authenticator's id of it is taken */
  abstract add(tx: Transaction, passkey: Passkey): Promise<boolean>;
  abstract noteUse(tx: Transaction, used: Pick<Passkey, 'id' | 'counter' | 'isBackedUp'>, now: Instant): void;
  /** @returns false where the owner has no such one */
  abstract remove(tx: Transaction, owner: PasskeyOwner, id: string): Promise<boolean>;

  abstract begin(ceremony: PasskeyCeremony, now: Instant, tx?: Transaction): Promise<void>;
  /** Deletes it: a challenge is answered once. */
  abstract take(
    tx: Transaction,
    id: string,
    purpose: CeremonyPurpose,
    now: Instant,
  ): Promise<PasskeyCeremony | undefined>;
}
