import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a person is about to sign with her passkey: for minutes, and one for each request. */
@Entity('approval_drafts')
export class ApprovalDraftRow {
  /** Also that of the ceremony. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index('approval_drafts_of_request', { unique: true })
  @Column({ type: 'uuid' })
  handle!: string;

  @Column({ type: 'text', name: 'principal_id' })
  principalId!: string;

  /** Which accounts, and what she would rather allow. */
  @Column({ type: 'json' })
  decision!: object;

  /** Salts and artefacts without their approval. */
  @Column({ type: 'json' })
  artefacts!: object;

  @Index('approval_drafts_by_expiry')
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}
