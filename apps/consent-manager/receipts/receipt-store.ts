import type { DataRange, DataTypeTerm, Instant } from '#domain';
import type { Notice } from '../consent-requests/consent-request.ts';
import type { ApprovalEvidence, Consent, ConsentArtefact } from '../consents/consent.ts';

/** Id in the audit trail; null from before it was kept, and where there was no trail. */
type Trailed = string | null;

export interface ConsentToReceipt {
  readonly consent: Consent;
  readonly evidence: ApprovalEvidence;
  /** The data user's first. */
  readonly artefacts: readonly (Pick<ConsentArtefact, 'token' | 'evidenceSalt'> & { readonly trailed: Trailed })[];
  /** What she was shown; null where the request is not kept. */
  readonly notice: Notice | null;
  readonly trailed: Trailed;
}

/** A data session with what both sides said of it, and the ground it rests on. */
export interface ReleaseToReceipt {
  readonly sessionId: string;
  readonly consentId: string;
  readonly dataRequestId: string;
  readonly principalId: string;
  /** The data provider's. */
  readonly artefact: string;
  readonly requestedAt: Instant;
  readonly dataRange: DataRange;
  readonly dataTypes: readonly DataTypeTerm[];
  readonly authorised: Trailed;
  readonly sentDigest: string | null;
  readonly served: number | null;
  readonly sentToken: string | null;
  readonly sentTrailed: Trailed;
  readonly receivedDigest: string | null;
  readonly records: number | null;
  readonly receivedAt: Instant | null;
  readonly receivedToken: string | null;
  readonly receivedTrailed: Trailed;
  readonly eraseBy: Instant | null;
  readonly erasedAt: Instant | null;
}

/** What receipts are made of. */
export abstract class ReceiptStore {
  /** Only to who gave it. */
  abstract findConsent(id: string, principalId: string): Promise<ConsentToReceipt | undefined>;
  /** Only to whose data it is. */
  abstract findRelease(sessionId: string, principalId: string): Promise<ReleaseToReceipt | undefined>;
}
