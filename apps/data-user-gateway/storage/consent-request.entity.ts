import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** What this data user asked a person for, written down before it was sent. */
@Entity('consent_requests')
@Unique('consent_requests_request_id', ['requestId'])
@Index('consent_requests_by_handle', ['manager', 'handle'])
export class ConsentRequestRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Of the command: the same in each retry. */
  @Column({ type: 'uuid', name: 'request_id' })
  requestId!: string;

  /** Digest of what our own system sent: the same Idempotency-Key with other content is refused. */
  @Column({ type: 'text', name: 'ask_digest' })
  askDigest!: string;

  @Column({ type: 'text' })
  manager!: string;

  @Column({ type: 'text' })
  principal!: string;

  /** `json`, not `jsonb`: what is sent again is the same text. */
  @Column({ type: 'json' })
  terms!: object;

  @Column({ type: 'json' })
  notice!: object;

  @Column({ type: 'boolean', name: 'may_be_narrowed' })
  mayBeNarrowed!: boolean;

  @Column({ type: 'text' })
  state!: string;

  /** Why it ended, as the manager or the person put it. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** Null until the manager has answered. */
  @Column({ type: 'uuid', nullable: true })
  handle!: string | null;

  @Column({ type: 'text', name: 'approval_url', nullable: true })
  approvalUrl!: string | null;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column({ type: 'uuid', name: 'consent_id', nullable: true })
  consentId!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
