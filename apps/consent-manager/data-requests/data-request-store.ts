import type {
  ConsentStanding,
  ConsentTerms,
  DataRange,
  DataTypeTerm,
  Instant,
  ParticipantId,
  SessionState,
  UseWindow,
} from '#domain';
import type { PreparedTrail, Transaction } from '#platform';
import type { TimelineEntry } from '../timeline/timeline-store.ts';

/** A consent as the one it was given to asks under it. */
export interface AskedConsent {
  readonly consentId: string;
  readonly principalId: string;
  readonly dataUser: ParticipantId;
  readonly terms: ConsentTerms;
  readonly standing: ConsentStanding;
}

/** A data provider's artefact that stands. */
export interface ProviderArtefact {
  readonly artefactId: string;
  readonly artefactDigest: string;
  readonly dataProvider: ParticipantId;
  readonly dataTypes: readonly DataTypeTerm[];
}

export interface Reach {
  /** Uses counted in the window. */
  readonly uses: number;
  readonly providers: readonly ProviderArtefact[];
}

export interface NewSession {
  readonly id: string;
  readonly artefactId: string;
  readonly artefactDigest: string;
  readonly dataProvider: ParticipantId;
  readonly dataTypes: readonly DataTypeTerm[];
}

export interface NewDataRequest {
  readonly id: string;
  readonly consent: AskedConsent;
  readonly requestedAt: Instant;
  readonly dataRange: DataRange;
  readonly jkt: string;
  readonly sessionsExpireAt: Instant;
  readonly sessions: readonly NewSession[];
}

/** The same while it is locked. */
export interface LockedConsent extends AskedConsent {
  /** The data user's own. */
  readonly artefactId: string;
  /** What was read together with it, where it was known how its uses are counted. */
  readonly ahead?: { readonly window: UseWindow; readonly reach: Reach } | undefined;
}

/** A session as its data user asks for another token. */
export interface RenewedSession extends AskedConsent {
  readonly sessionId: string;
  readonly dataRequestId: string;
  readonly requestedAt: Instant;
  readonly dataRange: DataRange;
  readonly dataTypes: readonly DataTypeTerm[];
  readonly dataProvider: ParticipantId;
  readonly artefactId: string;
  readonly artefactDigest: string;
  readonly jkt: string;
  /** The session ended, or its use was given back. */
  readonly ended: boolean;
  /** The provider's artefact ended before the consent did. */
  readonly artefactRevoked: boolean;
  /** The session of which this one fetches once more what failed. */
  readonly retryOf: string | null;
}

/** A session as its data user asks for what failed of it once more. */
export interface SessionToRetry extends RenewedSession {
  readonly sessionState: SessionState;
  readonly sentAt: Instant | null;
  readonly receivedAt: Instant | null;
  /** Nothing was served in the whole data request: its use was given back. */
  readonly returned: boolean;
  /** The session that does so already. */
  readonly retriedBy: string | null;
}

export interface NewRetry {
  readonly id: string;
  readonly retryOf: string;
  readonly principalId: string;
  readonly now: Instant;
}

/** Uses of consents: counted and reserved under a lock on the consent. */
export abstract class DataRequestStore {
  /** @param artefactId of the data user's own artefact. Whoever asks at the same time waits until `tx` ends. */
  abstract lockConsent(
    tx: Transaction,
    artefactId: string,
    dataUser: ParticipantId,
    at: Instant,
  ): Promise<LockedConsent | undefined>;
  /** Whose consent that is, without a lock. */
  abstract findConsent(
    tx: Transaction,
    artefactId: string,
    dataUser: ParticipantId,
  ): Promise<Pick<AskedConsent, 'consentId' | 'principalId'> | undefined>;
  abstract reach(tx: Transaction, consent: LockedConsent, window: UseWindow): Promise<Reach>;
  /** One use, its sessions, the timeline entry and that of the audit trail. */
  abstract add(tx: Transaction, request: NewDataRequest, entry: TimelineEntry, noted: PreparedTrail): void;
  /**
   * Locks the consent and then the session, as a revocation does, and the data request: its use is not given back
   * meanwhile.
   */
  abstract lockToRetry(
    tx: Transaction,
    sessionId: string,
    dataUser: ParticipantId,
  ): Promise<SessionToRetry | undefined>;
  /** A further session like the one locked before, which ends where it has not; its timeline entry and the trail's. */
  abstract addRetry(tx: Transaction, retry: NewRetry, entry: TimelineEntry, noted: PreparedTrail): void;
  abstract findSession(sessionId: string, dataUser: ParticipantId): Promise<RenewedSession | undefined>;
}
