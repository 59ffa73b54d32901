import type { Instant } from '#domain';
import type { Transaction } from '#platform';
import type { SaltedArtefact } from '#protocol';
import type { Decision } from '../consents/choose-grant.ts';

/** What a person was shown to sign, exactly. */
export interface ApprovalDraft {
  readonly id: string;
  readonly handle: string;
  readonly principalId: string;
  readonly decision: Decision;
  readonly artefacts: readonly SaltedArtefact[];
  readonly expiresAt: Instant;
}

/** Approvals that are prepared and not signed yet. */
export abstract class ApprovalDraftStore {
  /** In place of an older one for the same request. */
  abstract keep(tx: Transaction, draft: ApprovalDraft): void;
  /** Deletes it. @returns undefined for another person's, another request's, and one that lapsed */
  abstract take(
    tx: Transaction,
    of: Pick<ApprovalDraft, 'id' | 'handle' | 'principalId'>,
    now: Instant,
  ): Promise<ApprovalDraft | undefined>;
  /** @returns how many were deleted */
  abstract forgetExpired(now: Instant): Promise<number>;
}
