import type { Instant, ParticipantId, SessionState, UseWindow } from '#domain';
import type { PreparedTrail, Transaction } from '#platform';
import type { LinkedAccount } from '../account-links/account-link.ts';
import type { ConsentKey, KeptConsent } from '../consent-artefacts/kept-consent.ts';
import type { DataSession, SessionStanding } from './data-session.ts';
import type { SealedPart } from './spool-store.ts';

export interface SeenProof {
  readonly jkt: string;
  readonly jti: string;
  readonly expiresAt: Instant;
}

/** What a session that is to be opened would rest on. */
export interface OpeningGround {
  /** Whether the DPoP proof was seen for the first time. */
  readonly fresh: boolean;
  /** Nothing where the artefact has not arrived. */
  readonly consent?: KeptConsent;
  /** Of the consent's accounts, those that are linked, in its order. */
  readonly links: readonly LinkedAccount[];
  /** What was read together with it, where it was known how uses are counted. */
  readonly ahead?: { readonly window: UseWindow; readonly tally: Tally } | undefined;
}

/** What can only be told under the lock of the consent. */
export interface Tally {
  /** A session was opened under this id before. */
  readonly isThere: boolean;
  /** Data requests other than this one whose use falls in the window. */
  readonly otherUses: number;
  /** Of the consent's accounts, those that are linked now. */
  readonly linked: readonly string[];
}

/** A session that is to be opened, as its access token names it. */
export interface NamedSession {
  readonly id: string;
  readonly dataRequestId: string;
  readonly requestedAt: Instant;
  readonly artefactDigest: string;
}

export interface NewSession {
  readonly session: DataSession;
  readonly lease: { readonly filler: string; readonly until: Instant };
  /** What the audit trail keeps of it. */
  readonly noted: PreparedTrail;
}

/** All that decides whether one call on a session may go on, read at one moment. */
export interface SessionView {
  /** Whether the DPoP proof was seen for the first time. */
  readonly fresh: boolean;
  readonly session?: SessionStanding;
  readonly consent?: KeptConsent;
  readonly unlinkedAccounts: readonly string[];
  /** The part that was asked for, where it is there. */
  readonly part?: HandedPart;
}

export interface AskedPart {
  readonly n: number;
  readonly held?: Pick<SealedPart, 'sealed' | 'digest'> | undefined;
}

export type HandedPart = Pick<SealedPart, 'sealed' | 'statement'>;

/** A data user's word that everything was received. */
export interface Receipt {
  readonly sessionId: string;
  readonly manager: ParticipantId;
  readonly dataUser: ParticipantId;
  readonly proof: SeenProof;
  readonly at: Instant;
}

export interface Acknowledged {
  /** Whether the DPoP proof was seen for the first time. */
  readonly fresh: boolean;
  /** Nothing where there is no such session of theirs. */
  readonly state?: SessionState;
}

/** Data sessions as those who ask see them. */
export abstract class DataSessionStore {
  /** Records the proof and locks the consent: nobody else changes its standing or counts its uses until `tx` ends. */
  abstract lockGround(tx: Transaction, key: ConsentKey, proof: SeenProof, named: NamedSession): Promise<OpeningGround>;
  /** The same as it is at this moment, and nothing else in `tx`: nothing is recorded, nothing locked. */
  abstract findGround(tx: Transaction, key: ConsentKey, proof: SeenProof): Promise<OpeningGround>;
  /** Under that lock, so that two at once count each other. */
  abstract tally(tx: Transaction, key: ConsentKey, named: NamedSession, window: UseWindow): Promise<Tally>;
  /** Adds a session that is not there, and its use. */
  abstract add(tx: Transaction, added: NewSession): void;
  /** Links whose accounts answered in sessions of this data request, and of which the data user said that they came. */
  abstract listArrived(tx: Transaction, key: ConsentKey, dataRequestId: string): Promise<string[]>;
  abstract find(sessionId: string, tx?: Transaction): Promise<DataSession | undefined>;

  /**
   * Records the proof and reads the session with its ground, in one statement.
   * @param part to read with it; the bytes that are held already are not read where it is still these
   */
  abstract view(sessionId: string, proof: SeenProof, part?: AskedPart): Promise<SessionView>;

  /** The answer was 202: the data user is told when the session has ended. @returns false where it has */
  abstract promiseNews(sessionId: string): Promise<boolean>;
  /** Records the proof and, where the session is theirs and has ended, deletes its sealed parts. */
  abstract acknowledge(receipt: Receipt): Promise<Acknowledged>;
  abstract removeOldProofs(before: Instant): Promise<void>;
}
