import type { Instant } from '#domain';
import type { Transaction } from '#platform';
import type { ConsentKey, KeptConsent } from '../consent-artefacts/kept-consent.ts';
import type { DataSession } from './data-session.ts';

export interface SeenProof {
  readonly jkt: string;
  readonly jti: string;
  readonly expiresAt: Instant;
}

/** All that decides whether one call on a session may go on, read at one moment. */
export interface SessionView {
  /** Whether the DPoP proof was seen for the first time. */
  readonly fresh: boolean;
  readonly session?: DataSession;
  readonly consent?: KeptConsent;
  readonly unlinkedAccounts: readonly string[];
}

/** Data sessions as those who ask see them. */
export abstract class DataSessionStore {
  /** @returns whether the proof was seen for the first time */
  abstract recordProof(tx: Transaction, proof: SeenProof): Promise<boolean>;
  /** Records the proof and reads the session with its ground, in one statement. */
  abstract view(sessionId: string, proof: SeenProof): Promise<SessionView>;
  abstract find(sessionId: string): Promise<DataSession | undefined>;

  /** @returns the one that was there under this id; nothing where this one was added */
  abstract add(
    tx: Transaction,
    session: DataSession,
    lease: { filler: string; until: Instant },
  ): Promise<DataSession | undefined>;
  /** The answer was 202: the data user is told when the session has ended. @returns false where it has */
  abstract promiseNews(sessionId: string): Promise<boolean>;
  /** Everything was received: its sealed parts are deleted. */
  abstract acknowledge(sessionId: string, at: Instant): Promise<void>;
  abstract removeOldProofs(before: Instant): Promise<void>;
}

/** Which data requests count as uses of a consent. */
export abstract class ConsentUseStore {
  /** Data requests other than this one whose use falls in the window. */
  abstract countOthers(
    tx: Transaction,
    key: ConsentKey,
    dataRequestId: string,
    window: { from: Instant; to: Instant },
  ): Promise<number>;
  abstract record(tx: Transaction, key: ConsentKey, dataRequestId: string, requestedAt: Instant): Promise<void>;
  /** Where no session of the data request serves or served anything, it was no use. */
  abstract giveBack(tx: Transaction, key: ConsentKey, dataRequestId: string): Promise<void>;
}
