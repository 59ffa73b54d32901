import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('account_links')
@Index('account_links_active', ['manager', 'principal', 'accountKey'], { unique: true, where: `state = 'ACTIVE'` })
export class AccountLinkRow {
  @PrimaryColumn({ type: 'uuid', name: 'link_id', primaryKeyConstraintName: 'account_links_pkey' })
  linkId!: string;

  @Column({ type: 'text' })
  manager!: string;

  /** Pseudonym of the person at that manager. */
  @Column({ type: 'text' })
  principal!: string;

  @Column({ type: 'text', name: 'account_key' })
  accountKey!: string;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'text', name: 'data_types', array: true })
  dataTypes!: string[];

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'timestamptz', name: 'linked_at' })
  linkedAt!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

/** Lives ten minutes. */
@Entity('link_requests')
export class LinkRequestRow {
  @PrimaryColumn({ type: 'uuid', name: 'link_request_id', primaryKeyConstraintName: 'link_requests_pkey' })
  linkRequestId!: string;

  @Column({ type: 'text' })
  manager!: string;

  @Column({ type: 'text' })
  principal!: string;

  /** Null once the code was sent. */
  @Column({ type: 'jsonb', nullable: true })
  identifiers!: unknown;

  @Index('link_requests_by_expiry')
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  @Column({ type: 'integer' })
  tries!: number;

  @Column({ type: 'jsonb' })
  offers!: unknown;
}
