import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ConsentArtefactRow, ConsentRow } from './consent.entities.ts';

/** One use of a consent. */
@Entity('data_requests')
@Index('data_requests_in_window', ['consentId', 'requestedAt'], { where: 'returned_at IS NULL' })
export class DataRequestRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey(() => ConsentRow, { name: 'fk_data_requests_of_consent' })
  @Column({ type: 'uuid', name: 'consent_id' })
  consentId!: string;

  @Column({ type: 'timestamptz', name: 'requested_at' })
  requestedAt!: Date;

  @Column({ type: 'json', name: 'data_range' })
  dataRange!: object;

  /** Thumbprint of the DPoP key its tokens are bound to. */
  @Column({ type: 'text' })
  jkt!: string;

  /** When the use was given back: every provider signed that nothing was served. */
  @Column({ type: 'timestamptz', name: 'returned_at', nullable: true })
  returnedAt!: Date | null;

  /** That it was authorised, in the audit trail; null from before receipts, and where no trail was kept. */
  @Column({ type: 'uuid', name: 'trail_entry', nullable: true })
  trailEntry!: string | null;
}

/** A data request at one provider, and what both sides said of it. */
@Entity('data_sessions')
@Index('data_sessions_of_request', ['dataRequestId'])
@Index('data_sessions_of_consent', ['consentId'])
@Index('data_sessions_running', ['expiresAt'], { where: 'ended_at IS NULL' })
@Index('data_sessions_to_confirm', ['confirmBy'], { where: 'confirm_by IS NOT NULL' })
@Index('data_sessions_to_erase', ['eraseBy'], { where: 'erased_at IS NULL AND overdue_told_at IS NULL' })
@Index('data_sessions_overdue', ['id'], { where: 'erased_at IS NULL AND overdue_told_at IS NOT NULL' })
@Index('data_sessions_unmatched', ['id'], { where: `finding <> 'agrees'` })
@Index('data_sessions_retried_once', ['retryOf'], { unique: true, where: 'retry_of IS NOT NULL' })
export class DataSessionRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey(() => DataRequestRow, { name: 'fk_data_sessions_of_request' })
  @Column({ type: 'uuid', name: 'data_request_id' })
  dataRequestId!: string;

  @Column({ type: 'uuid', name: 'consent_id' })
  consentId!: string;

  @ForeignKey(() => ConsentArtefactRow, { name: 'fk_data_sessions_under_artefact' })
  @Column({ type: 'uuid', name: 'artefact_id' })
  artefactId!: string;

  @Column({ type: 'text', name: 'data_provider' })
  dataProvider!: string;

  /** Asked of this provider. */
  @Column({ type: 'json', name: 'data_types' })
  dataTypes!: object;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column({ type: 'text', name: 'sent_digest', nullable: true })
  sentDigest!: string | null;

  /** Records that left, by the provider's word. */
  @Column({ type: 'int', nullable: true })
  served!: number | null;

  @Column({ type: 'timestamptz', name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @Column({ type: 'text', name: 'received_digest', nullable: true })
  receivedDigest!: string | null;

  /** Records that arrived, by the data user's word. */
  @Column({ type: 'int', nullable: true })
  records!: number | null;

  /** When the data user must have erased what it received. */
  @Column({ type: 'timestamptz', name: 'erase_by', nullable: true })
  eraseBy!: Date | null;

  @Column({ type: 'timestamptz', name: 'erased_at', nullable: true })
  erasedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'overdue_told_at', nullable: true })
  overdueToldAt!: Date | null;

  /** When it was told that both sides' words differ. */
  @Column({ type: 'timestamptz', name: 'mismatched_at', nullable: true })
  mismatchedAt!: Date | null;

  /** When the other side must have spoken too; null where neither has, or both have. */
  @Column({ type: 'timestamptz', name: 'confirm_by', nullable: true })
  confirmBy!: Date | null;

  /** Accounts by how they ended, by the provider's word. */
  @Column({ type: 'json', nullable: true })
  outcomes!: object | null;

  /** Came and did not fit, by the data user's word. */
  @Column({ type: 'int', nullable: true })
  misfits!: number | null;

  /** How both words compare, as it was told last. */
  @Column({ type: 'text', nullable: true })
  finding!: string | null;

  @Column({ type: 'int', name: 'finding_version', default: 0 })
  findingVersion!: number;

  /** The session whose failed accounts this one fetches once more. */
  @Column({ type: 'uuid', name: 'retry_of', nullable: true })
  retryOf!: string | null;

  /** The provider's signed word, as it came (`secevent+jwt`); null until then, and from before receipts. */
  @Column({ type: 'text', name: 'sent_token', nullable: true })
  sentToken!: string | null;

  /** That it was heard, in the audit trail. */
  @Column({ type: 'uuid', name: 'sent_entry', nullable: true })
  sentEntry!: string | null;

  /** The data user's, likewise. */
  @Column({ type: 'text', name: 'received_token', nullable: true })
  receivedToken!: string | null;

  @Column({ type: 'uuid', name: 'received_entry', nullable: true })
  receivedEntry!: string | null;
}

/** The data user's signed word that it erased, kept as evidence. */
@Entity('deletion_receipts')
export class DeletionReceiptRow {
  /** The receipt's own `jti`. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index('deletion_receipts_of_consent')
  @ForeignKey(() => ConsentRow, { name: 'fk_deletion_receipts_of_consent' })
  @Column({ type: 'uuid', name: 'consent_id' })
  consentId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz', name: 'erased_at' })
  erasedAt!: Date;

  @Column({ type: 'text' })
  token!: string;
}
