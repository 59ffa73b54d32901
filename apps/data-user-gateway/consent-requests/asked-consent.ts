import type { Instant, RequestState } from '#domain';
import type { ConsentAskSent } from '../consent-managers/consent-ask.ts';

/** A consent request of this data user, from the moment it is written down. Absent is null. */
export interface AskedConsent extends ConsentAskSent {
  readonly id: string;
  /** Of the command: the same in each retry. */
  readonly requestId: string;
  /** Digest of what our own system sent. */
  readonly askDigest: string;
  readonly state: RequestState;
  readonly reason: string | null;
  /** Null until the manager has answered. */
  readonly handle: string | null;
  readonly approvalUrl: string | null;
  readonly expiresAt: Instant | null;
  readonly consentId: string | null;
  readonly createdAt: Instant;
}
