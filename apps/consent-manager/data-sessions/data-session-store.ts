import type { AccountOutcome, Instant, SessionFinding, SessionState } from '#domain';
import type { EventReceipt, PreparedTrail, Transaction } from '#platform';
import type { ErasureTerms, SentErasure } from '../data-erasure/erasure-dates.ts';
import type { TimelineEntry } from '../timeline/timeline-store.ts';
import type { StatedSession } from './data-session.ts';

/** A word as it was heard: for the person's receipt. */
export interface HeardWord {
  /** `secevent+jwt` */
  readonly token: string;
  /** What the audit trail keeps of it. */
  readonly noted: PreparedTrail;
}

export interface SentStatement extends HeardWord, SentErasure {
  readonly manifestDigest: string;
  readonly served: number;
  readonly outcomes: OutcomeCounts;
  readonly state: SessionState;
  readonly at: Instant;
  /** When the data user must have spoken too, where it has not. */
  readonly confirmBy: Instant;
}

export interface ReceivedStatement extends HeardWord {
  readonly manifestDigest: string;
  readonly records: number;
  readonly misfits: number;
  readonly receivedAt: Instant;
  readonly eraseBy: Instant;
  /** When the provider must have spoken too, where it has not. */
  readonly confirmBy: Instant;
}

export type OutcomeCounts = Partial<Record<AccountOutcome, number>>;

export type SessionUnderConsent = StatedSession & ErasureTerms;

/** A session as it stood when a process wrote it last. */
export interface KnownSession extends SessionUnderConsent {
  /** Of the consent, when it was locked last. */
  readonly consentVersion: number;
}

/** What became of authorised data requests. */
export abstract class DataSessionStore {
  abstract lock(tx: Transaction, id: string): Promise<StatedSession | undefined>;
  /** The same, and the consent held before it: the order in which a revocation takes them. */
  abstract lockUnderConsent(tx: Transaction, id: string): Promise<SessionUnderConsent | undefined>;
  abstract recordSent(tx: Transaction, session: StatedSession, sent: SentStatement, entry: TimelineEntry): void;
  abstract recordReceived(
    tx: Transaction,
    session: StatedSession,
    received: ReceivedStatement,
    entry: TimelineEntry,
  ): void;
  /** As this process knows it, without reading it. */
  abstract recall(id: string): KnownSession | undefined;
  /**
   * As `recordSent`, in one statement with the receipt of the event.
   * @returns false where the session does not stand as it is known, and nothing was written
   */
  abstract recordSentAlone(
    session: KnownSession,
    sent: SentStatement,
    entry: TimelineEntry,
    receipt: EventReceipt,
  ): Promise<boolean>;
  /** The same of `recordReceived`; the consent must stand as it is known, too. */
  abstract recordReceivedAlone(
    session: KnownSession,
    received: ReceivedStatement,
    entry: TimelineEntry,
    receipt: EventReceipt,
  ): Promise<boolean>;
  abstract recordFinding(tx: Transaction, id: string, finding: SessionFinding, version: number, now: Instant): void;
  /** Gives the use back where every session of the data request was stated to have served nothing. @returns whether it did now */
  abstract returnUse(tx: Transaction, dataRequestId: string, now: Instant): Promise<boolean>;
  /** Sessions of which one side has spoken and the other not in time; such as others work on are passed over. */
  abstract lockUnconfirmed(tx: Transaction, now: Instant, limit: number): Promise<SessionUnderConsent[]>;
  /**
   * From now on nobody waits for the other side's word.
   * @param eraseBy of what was sent and never confirmed, at the latest; null where that is not so
   */
  abstract stopWaiting(tx: Transaction, id: string, eraseBy: Instant | null): void;
  /** Sessions nobody ended in time; such as others work on are passed over. */
  abstract lockLapsed(tx: Transaction, now: Instant, limit: number): Promise<StatedSession[]>;
  abstract end(tx: Transaction, id: string, state: SessionState, now: Instant): void;
  /** Sessions of which both words did not match when they were last looked at. */
  abstract countUnmatched(): Promise<number>;
  /** Of these consents, how many sessions await erasure beyond their time. */
  abstract countOverdue(consentIds: readonly string[], now: Instant): Promise<ReadonlyMap<string, number>>;
}
