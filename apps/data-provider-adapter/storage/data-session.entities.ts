import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('data_sessions')
@Index('data_sessions_by_ground', ['manager', 'artefactId'])
@Index('data_sessions_active', ['leaseUntil'], { where: `state = 'ACTIVE'` })
export class DataSessionRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'data_sessions_pkey' })
  id!: string;

  @Column({ type: 'text', name: 'ground_kind' })
  groundKind!: string;

  @Column({ type: 'text' })
  manager!: string;

  @Column({ type: 'uuid', name: 'artefact_id' })
  artefactId!: string;

  @Column({ type: 'text', name: 'artefact_digest' })
  artefactDigest!: string;

  @Column({ type: 'uuid', name: 'data_request_id' })
  dataRequestId!: string;

  @Column({ type: 'timestamptz', name: 'requested_at' })
  requestedAt!: Date;

  @Column({ type: 'text', name: 'data_user' })
  dataUser!: string;

  @Column({ type: 'json' })
  ask!: unknown;

  @Column({ type: 'json', name: 'recipient_key' })
  recipientKey!: unknown;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'json' })
  progress!: unknown;

  @Column({ type: 'integer' })
  parts!: number;

  @Column({ type: 'integer' })
  fetched!: number;

  /** Who fills it, and until when nobody else does. */
  @Column({ type: 'uuid', nullable: true })
  filler!: string | null;

  @Column({ type: 'timestamptz', name: 'lease_until' })
  leaseUntil!: Date;

  /** Reading has let go until somebody fetches. */
  @Column({ type: 'boolean' })
  waiting!: boolean;

  /** The data user was answered 202. */
  @Column({ type: 'boolean', name: 'news_promised' })
  newsPromised!: boolean;

  @Column({ type: 'text', nullable: true })
  manifest!: string | null;

  @Column({ type: 'integer', nullable: true })
  served!: number | null;

  @Index('data_sessions_by_expiry')
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'received_at', nullable: true })
  receivedAt!: Date | null;
}

/** The spool. Rows are added and deleted; of a part long fetched the bytes go before, the digest stays for the manifest. */
@Entity('data_parts')
export class DataPartRow {
  @PrimaryColumn({ type: 'uuid', name: 'session_id', primaryKeyConstraintName: 'data_parts_pkey' })
  sessionId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'data_parts_pkey' })
  n!: number;

  @Column({ type: 'bytea' })
  sealed!: Buffer;

  @Column({ type: 'text' })
  statement!: string;

  @Column({ type: 'text' })
  digest!: string;

  /** Of each account and type, as the progress orders them, how many records were delivered up to and with this part. */
  @Column({ type: 'integer', array: true, nullable: true })
  delivered!: number[] | null;

  @Index('data_parts_by_expiry')
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}

/** DPoP proofs that were accepted once. */
@Entity('seen_proofs')
export class SeenProofRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'seen_proofs_pkey' })
  jkt!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'seen_proofs_pkey' })
  jti!: string;

  @Index('seen_proofs_by_expiry')
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}
