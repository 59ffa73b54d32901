import type { ErasureReason, Instant, ParticipantId } from '#domain';
import type { Transaction } from '#platform';

/** The consent behind an artefact of a data user. */
export interface ErasedConsent {
  readonly consentId: string;
  readonly principalId: string;
}

export interface KeptReceipt {
  /** `jti` of the receipt. */
  readonly id: string;
  readonly consentId: string;
  readonly reason: ErasureReason;
  readonly erasedAt: Instant;
  /** `deletion-receipt+jwt` */
  readonly token: string;
}

export interface OverdueErasure extends ErasedConsent {
  readonly sessionId: string;
  readonly dataUser: ParticipantId;
}

/** When data users must erase, and their signed word that they did. */
export abstract class DataErasureStore {
  /** @param artefactId of the data user's own artefact */
  abstract findConsent(
    tx: Transaction,
    artefactId: string,
    dataUser: ParticipantId,
  ): Promise<ErasedConsent | undefined>;
  /** @returns false where the receipt is kept already */
  abstract keep(tx: Transaction, receipt: KeptReceipt): Promise<boolean>;
  /** Of these sessions, only such as belong to the consent. */
  abstract markErased(tx: Transaction, receipt: KeptReceipt, sessionIds: readonly string[]): void;
  /** Nothing received under the consent may live longer than until then. */
  abstract bringForward(tx: Transaction, consentId: string, eraseBy: Instant): void;
  /** Sessions whose data should be gone and of which people were told so, without a receipt since. */
  abstract countOverdue(): Promise<number>;
  /** Those nobody was told of yet, marked as told. */
  abstract takeOverdue(tx: Transaction, now: Instant, limit: number): Promise<OverdueErasure[]>;
}
