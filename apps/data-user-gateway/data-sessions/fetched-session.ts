import { groundedOn, type Instant, type ParticipantId, type SessionState } from '#domain';
import type { AccountResult } from '#protocol';
import type { Misfits } from '../received-records/record-counting.ts';
import type { RefusedBy } from '../refusals/refused-by.ts';

/** What is to be done: HOLD until asked for, FETCH, ACKNOWLEDGE so that the provider drops its parts, NONE. */
export type SessionWork = 'HOLD' | 'FETCH' | 'ACKNOWLEDGE' | 'NONE';

/** A data session as this data user fetches it. Absent is null. It stays as a tombstone when its data is gone. */
export interface FetchedSession {
  readonly id: string;
  readonly dataRequestId: string;
  readonly consentId: string;
  readonly manager: ParticipantId;
  readonly provider: ParticipantId;
  readonly state: SessionState;
  readonly work: SessionWork;
  readonly ownCheck: boolean;
  /** Encrypted; null once it has ended. */
  readonly accessToken: Buffer | null;
  readonly tokenExpiresAt: Instant;
  /** Encrypted; null once it has ended. */
  readonly recipientKey: Buffer | null;
  /** Of the command that opens it. */
  readonly openRequestId: string;
  readonly opened: boolean;
  readonly nextPart: number;
  /** Digest of the part before `nextPart`. */
  readonly lastDigest: string | null;
  readonly manifestDigest: string | null;
  readonly accounts: readonly AccountResult[] | null;
  readonly records: number;
  /** What came and did not fit the schema of its type: it was not kept. */
  readonly misfits: readonly Misfits[] | null;
  readonly refusal: RefusedBy | null;
  readonly receivedAt: Instant | null;
  readonly eraseBy: Instant | null;
  readonly erasedAt: Instant | null;
  readonly erasedRows: number;
  readonly tries: number;
  /** The session of which this one fetches once more what failed. */
  readonly retryOf: string | null;
  /** The accounts it is to fetch, by their names in the manifest of that one; all where null. */
  readonly retryAccounts: readonly string[] | null;
  readonly createdAt: Instant;
}

/** A session without its secrets: what is told of it. */
export type SessionStanding = Omit<FetchedSession, 'accessToken' | 'recipientKey'>;

type Beginning =
  | 'id'
  | 'dataRequestId'
  | 'consentId'
  | 'manager'
  | 'provider'
  | 'work'
  | 'ownCheck'
  | 'accessToken'
  | 'tokenExpiresAt'
  | 'recipientKey'
  | 'openRequestId'
  | 'createdAt';

/** A session as the manager has just authorised it. */
export function beginSession(
  authorised: Pick<FetchedSession, Beginning> & Partial<Pick<FetchedSession, 'retryOf' | 'retryAccounts'>>,
): FetchedSession {
  return {
    ...{ retryOf: null, retryAccounts: null },
    ...authorised,
    ...{ state: 'ACTIVE', opened: false, nextPart: 0, lastDigest: null, records: 0, erasedRows: 0, tries: 0 },
    ...{ manifestDigest: null, accounts: null, misfits: null, refusal: null },
    ...{ receivedAt: null, eraseBy: null, erasedAt: null },
  };
}

/** What the audit trail says of each act with it. */
export const aboutFetched = ({ id, consentId, provider }: Pick<FetchedSession, 'id' | 'consentId' | 'provider'>) => ({
  ground: groundedOn(consentId),
  counterpart: provider,
  session: id,
});

export const recipientKeyPlace = (sessionId: string) => `recipient-key|${sessionId}`;
export const accessTokenPlace = (sessionId: string) => `access-token|${sessionId}`;
