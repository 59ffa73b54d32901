import type { Instant, ParticipantId } from '#domain';
import type { PreparedEvents, PreparedTrail, Transaction } from '#platform';
import type { ConsentKey, KeptConsent } from '../consent-artefacts/kept-consent.ts';
import type { DataSession, SessionGround, SessionStanding } from './data-session.ts';

export interface SealedPart {
  readonly n: number;
  readonly sealed: Uint8Array;
  /** data-part+jwt */
  readonly statement: string;
  /** SHA-256 of `sealed`, base64url. */
  readonly digest: string;
}

/** A part as it is known once it is sealed. */
export interface SealedBefore {
  readonly digest: string;
  /** As `deliveredIn`, up to and with this part; null where it was not kept yet. */
  readonly delivered: readonly number[] | null;
}

export interface RefusedRecord {
  readonly linkId: string;
  readonly dataType: string;
  /** Which record of its account and type, as the source orders them, from 0. */
  readonly position: number;
  /** JSON Pointer (RFC 6901) to what does not fit. */
  readonly path: string;
  /** The rule it breaks. Never the value. */
  readonly keyword: string;
}

/** What left, to whom, on what ground: for the audit trail. Counts and kinds, never a value. */
export interface Release {
  readonly ground: SessionGround;
  readonly to: ParticipantId;
  readonly contents: ReadonlyArray<{
    readonly linkId: string;
    readonly dataType: string;
    readonly delivered: number;
    readonly refused: number;
  }>;
}

export interface SessionEnd {
  readonly state: DataSession['state'];
  readonly manifest: string;
  readonly served: number;
  readonly at: Instant;
  readonly release: Release;
  /** The news to the manager, which is saved with it. */
  readonly told: PreparedEvents;
  /** As well. */
  readonly noted: PreparedTrail;
}

/** What a filler has to say since it last did. */
export interface FillStep {
  readonly filler: string;
  readonly until: Instant;
  /** As it was when it was judged. */
  readonly consent: KeptConsent;
  readonly part?: SealedPart | undefined;
  readonly refused: readonly RefusedRecord[];
  /** With the last step. */
  readonly end?: SessionEnd | undefined;
}

export interface SavedStep {
  /** Parts fetched so far. */
  readonly fetched: number;
  /** Whether the data user waits for news. */
  readonly newsPromised: boolean;
}

/** Sessions as those who fill them see them, and their sealed parts. */
export abstract class SpoolStore {
  /** @returns nothing where the session has ended or someone else is at it */
  abstract claim(sessionId: string, filler: string, now: Instant, until: Instant): Promise<DataSession | undefined>;
  /**
   * Saves all of a step or nothing of it, under the lock of the consent.
   * @returns nothing where the consent is not any more as it was judged, one of the accounts is not linked any more, the
   *   session has ended or the lease was lost; without `tx` also where the last step would have to be told more of
   */
  abstract save(session: DataSession, step: FillStep, tx?: Transaction): Promise<SavedStep | undefined>;
  /** @returns nothing where the session has ended or the lease was lost */
  abstract renew(sessionId: string, filler: string, until: Instant): Promise<{ fetched: number } | undefined>;
  /** Ends the leases of replicas that are gone. @returns whose turn it is again */
  abstract free(tx: Transaction, fillers: readonly string[], now: Instant): Promise<string[]>;
  /** @param until nobody takes it up before */
  abstract release(sessionId: string, filler: string, until: Instant): Promise<void>;
  /** Nobody takes it up until someone fetches. @returns how much there is, where the data user waits for news */
  abstract letGo(tx: Transaction, sessionId: string, filler: string): Promise<{ parts: number } | undefined>;
  abstract wake(sessionId: string): Promise<void>;

  /** Held still until the transaction ends. */
  abstract lock(tx: Transaction, sessionId: string): Promise<DataSession | undefined>;
  /** Ends it as it stands. @returns whether the data user waits for news */
  abstract end(tx: Transaction, session: DataSession, end: SessionEnd): Promise<boolean>;
  /** Where no session of the data request serves or served anything, it was no use. */
  abstract giveBackUse(tx: Transaction, session: DataSession): void;
  /** All parts sealed, in their order. */
  abstract listSealed(sessionId: string, tx?: Transaction): Promise<SealedBefore[]>;

  /**
   * Notes that a part is handed out. Those long handed out go: the manifest still names them.
   * @returns false where the session was broken off meanwhile: the part was not counted as fetched, and is not to leave
   */
  abstract markFetched(session: SessionStanding, n: number): Promise<boolean>;
  abstract deleteParts(tx: Transaction, sessionId: string): void;

  /** Takes what lies sealed of a consent's ended sessions. @returns its sessions that are not over */
  abstract empty(tx: Transaction, key: ConsentKey): Promise<string[]>;
  /** Those that had let go of reading are to be gone on with. */
  abstract wakeAll(tx: Transaction, key: ConsentKey): void;
  /** Active, wanted and with no living filler. */
  abstract listAbandoned(now: Instant, limit: number): Promise<string[]>;
  /** Active past their end. */
  abstract listOverdue(now: Instant, limit: number): Promise<string[]>;
  /** Deletes parts nobody may fetch any more. */
  abstract deleteLapsedParts(now: Instant): Promise<void>;
  /** Deletes sessions that ended before, and what was said of records refused in them. */
  abstract deleteOldSessions(before: Instant): Promise<void>;
}
