import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The signed word that what was received under a consent is gone. */
@Entity('deletion_receipts')
@Index('deletion_receipts_by_consent', ['consentId', 'id'])
export class DeletionReceiptRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'consent_id' })
  consentId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  receipt!: string;

  @Column({ type: 'timestamptz', name: 'erased_at' })
  erasedAt!: Date;
}
