import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The data request at one provider: how far fetching has come, and how it ended. Stays as a tombstone. */
@Entity('data_sessions')
@Index('data_sessions_by_request', ['dataRequestId'])
@Index('data_sessions_by_consent', ['consentId', 'id'])
@Index('data_sessions_to_fetch', ['nextTryAt'], { where: `work <> 'NONE'` })
@Index('data_sessions_retried_once', ['retryOf'], { unique: true, where: 'retry_of IS NOT NULL' })
@Index('data_sessions_to_erase', ['eraseBy'], { where: 'erased_at IS NULL' })
export class DataSessionRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'data_request_id' })
  dataRequestId!: string;

  @Column({ type: 'uuid', name: 'consent_id' })
  consentId!: string;

  @Column({ type: 'text' })
  manager!: string;

  @Column({ type: 'text' })
  provider!: string;

  @Column({ type: 'text' })
  state!: string;

  /** What is to be done: HOLD (fetch when asked), FETCH, ACKNOWLEDGE (the provider may drop its parts), NONE. */
  @Column({ type: 'text' })
  work!: string;

  @Column({ type: 'boolean', name: 'own_check' })
  ownCheck!: boolean;

  /** Encrypted; null once the session has ended. */
  @Column({ type: 'bytea', name: 'access_token', nullable: true })
  accessToken!: Buffer | null;

  @Column({ type: 'timestamptz', name: 'token_expires_at' })
  tokenExpiresAt!: Date;

  /** The private key parts are sealed to, encrypted; null before it is to be opened and once it has ended. */
  @Column({ type: 'bytea', name: 'recipient_key', nullable: true })
  recipientKey!: Buffer | null;

  /** Of the command that opens it at the provider: the same in each retry. */
  @Column({ type: 'uuid', name: 'open_request_id', nullable: true })
  openRequestId!: string | null;

  /** Known with the first part, or when the worker lets go: a session opened twice is opened by the same command. */
  @Column({ type: 'boolean' })
  opened!: boolean;

  @Column({ type: 'integer', name: 'next_part' })
  nextPart!: number;

  /** Digest of the part before `next_part`. */
  @Column({ type: 'text', name: 'last_digest', nullable: true })
  lastDigest!: string | null;

  /** The signed manifest: evidence. */
  @Column({ type: 'text', nullable: true })
  manifest!: string | null;

  @Column({ type: 'text', name: 'manifest_digest', nullable: true })
  manifestDigest!: string | null;

  /** Per account, as the manifest has it; without records. */
  @Column({ type: 'json', nullable: true })
  accounts!: object | null;

  @Column({ type: 'integer' })
  records!: number;

  /** What came and did not fit its schema: `[{account, dataType, misfits, path, keyword}]`. */
  @Column({ type: 'json', nullable: true })
  misfits!: object | null;

  /** `{by, code, detail}` */
  @Column({ type: 'json', nullable: true })
  refusal!: object | null;

  @Column({ type: 'timestamptz', name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'erase_by', nullable: true })
  eraseBy!: Date | null;

  @Column({ type: 'timestamptz', name: 'erased_at', nullable: true })
  erasedAt!: Date | null;

  /** Records that were deleted when it was erased. */
  @Column({ type: 'integer', name: 'erased_rows' })
  erasedRows!: number;

  /** The receipt that accounts for it. */
  @Column({ type: 'uuid', name: 'receipt_id', nullable: true })
  receiptId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  worker!: string | null;

  @Column({ type: 'timestamptz', name: 'leased_until', nullable: true })
  leasedUntil!: Date | null;

  @Column({ type: 'integer' })
  tries!: number;

  @Column({ type: 'timestamptz', name: 'next_try_at' })
  nextTryAt!: Date;

  /** When it ended without its data. */
  @Column({ type: 'timestamptz', name: 'failed_at', nullable: true })
  failedAt!: Date | null;

  /** The session of which this one fetches once more what failed. */
  @Column({ type: 'uuid', name: 'retry_of', nullable: true })
  retryOf!: string | null;

  /** The accounts it is to fetch, by the names of an earlier manifest; all where null. */
  @Column({ type: 'json', name: 'retry_accounts', nullable: true })
  retryAccounts!: object | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
