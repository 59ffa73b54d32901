import type { ErasureReason, HandOverKind, HandOverState, Instant, ParticipantId } from '#domain';

/** The records of one session at one place they are handed on to. Absent is null. */
export interface HandOver {
  readonly id: string;
  readonly sessionId: string;
  readonly consentId: string;
  readonly kind: HandOverKind;
  /** The folder, or the address; empty for reading. */
  readonly target: string;
  readonly state: HandOverState;
  /** Something may have got there. */
  readonly begun: boolean;
  /** The adapter's own note of how far it has come: ids, counts and digests. */
  readonly progress: object | null;
  /** Names of the files that were there when deleting them began. */
  readonly found: readonly string[] | null;
  readonly filesDeleted: number;
  readonly eraseReason: ErasureReason | null;
  readonly problem: string | null;
  readonly tries: number;
  readonly tryingSince: Instant;
  readonly createdAt: Instant;
  readonly deliveredAt: Instant | null;
  readonly erasedAt: Instant | null;
}

/** What is handed over: a complete session whose data lives. */
export interface HandedSession {
  readonly sessionId: string;
  readonly consentId: string;
  readonly provider: ParticipantId;
  readonly manifestDigest: string;
  readonly records: number;
  readonly receivedAt: Instant;
  readonly eraseBy: Instant;
}

/** A place of the settings. */
export interface HandOverPlace {
  readonly kind: Exclude<HandOverKind, 'read'>;
  readonly target: string;
}
