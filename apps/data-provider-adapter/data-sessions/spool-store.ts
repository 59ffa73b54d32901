import type { Instant, SessionState } from '#domain';
import type { Transaction } from '#platform';
import type { ConsentKey } from '../consent-artefacts/kept-consent.ts';
import type { DataSession } from './data-session.ts';
import type { FillProgress } from './fill-progress.ts';

export interface SealedPart {
  readonly n: number;
  readonly sealed: Uint8Array;
  /** data-part+jwt */
  readonly statement: string;
  /** SHA-256 of `sealed`, base64url. */
  readonly digest: string;
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

/** What a filler has to say since it last did. */
export interface FillStep {
  readonly filler: string;
  readonly until: Instant;
  readonly progress: FillProgress;
  readonly part?: SealedPart;
  readonly refused: readonly RefusedRecord[];
}

export interface EndedSession {
  readonly state: SessionState;
  readonly progress: FillProgress;
  readonly manifest: string;
  readonly served: number;
  readonly at: Instant;
}

/** Sessions as those who fill them see them, and their sealed parts. */
export abstract class SpoolStore {
  /** @returns nothing where the session has ended or someone else is at it */
  abstract claim(sessionId: string, filler: string, now: Instant, until: Instant): Promise<DataSession | undefined>;
  /** @returns how many parts were fetched; nothing where the session has ended or the lease was lost */
  abstract save(tx: Transaction, sessionId: string, step: FillStep): Promise<{ fetched: number } | undefined>;
  /** @returns how many parts were fetched; nothing as above */
  abstract renew(sessionId: string, filler: string, until: Instant): Promise<{ fetched: number } | undefined>;
  /** Ends the leases of replicas that are gone. @returns whose turn it is again */
  abstract free(tx: Transaction, fillers: readonly string[], now: Instant): Promise<string[]>;
  /** @param until nobody takes it up before */
  abstract release(sessionId: string, filler: string, until: Instant): Promise<void>;
  /** Nobody takes it up until someone fetches. @returns how much there is, where the data user waits for news */
  abstract letGo(tx: Transaction, sessionId: string, filler: string): Promise<{ parts: number } | undefined>;
  abstract wake(sessionId: string): Promise<void>;

  /** @returns whether the data user waits for news */
  abstract end(tx: Transaction, session: DataSession, ended: EndedSession): Promise<boolean>;
  abstract partDigests(tx: Transaction, sessionId: string): Promise<string[]>;

  /** Marks it as handed out, and reads this one part. Those long handed out go: the manifest still names them. */
  abstract takePart(sessionId: string, n: number): Promise<Pick<SealedPart, 'sealed' | 'statement'> | undefined>;
  abstract deleteParts(tx: Transaction, sessionId: string): Promise<void>;

  /** Sessions of a consent that are not over. */
  abstract listActive(tx: Transaction, key: ConsentKey): Promise<string[]>;
  /** Those that had let go of reading are to be gone on with. */
  abstract wakeAll(tx: Transaction, key: ConsentKey): Promise<void>;
  /** Held still until the transaction ends. */
  abstract lockOne(tx: Transaction, sessionId: string): Promise<DataSession | undefined>;
  /** Active, wanted and with no living filler. */
  abstract listAbandoned(now: Instant, limit: number): Promise<string[]>;
  /** Active past their end. */
  abstract listOverdue(now: Instant, limit: number): Promise<string[]>;
  /** Deletes the parts of all sessions of a consent. */
  abstract deletePartsOf(tx: Transaction, key: ConsentKey): Promise<void>;
  /** Deletes parts nobody may fetch any more. */
  abstract deleteLapsedParts(now: Instant): Promise<void>;
  /** Deletes sessions that ended before, and what was said of records refused in them. */
  abstract deleteOldSessions(before: Instant): Promise<void>;
}
