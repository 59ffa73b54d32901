import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** Kept when removed: the audit trail names operators by id alone. */
@Entity('operators')
@Index('operators_by_name', ['name'], { unique: true, where: 'removed_at IS NULL' })
export class OperatorRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  /** `OperatorRight` */
  @Column({ type: 'text' })
  may!: string;

  @Column({ type: 'timestamptz', name: 'joined_at' })
  joinedAt!: Date;

  @Column({ type: 'timestamptz', name: 'removed_at', nullable: true })
  removedAt!: Date | null;
}

/** Gone once it was used, or a while after it has expired or was withdrawn. */
@Entity('operator_invitations')
export class OperatorInvitationRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  may!: string;

  /** HMAC-SHA-256 under a key that the database does not know; once withdrawn, the bytes of the id. */
  @Index('operator_invitations_by_code', { unique: true })
  @Column({ type: 'bytea', name: 'code_hash' })
  codeHash!: Buffer;

  /** The operator who invited; null where it was done on the machine of the node. */
  @Column({ type: 'uuid', name: 'invited_by', nullable: true })
  invitedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}

@Entity('operator_sessions')
export class OperatorSessionRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index('operator_sessions_of_operator')
  @Column({ type: 'uuid', name: 'operator_id' })
  operatorId!: string;

  @ManyToOne(() => OperatorRow)
  @JoinColumn({ name: 'operator_id', foreignKeyConstraintName: 'fk_operator_sessions_of_operator' })
  operator!: OperatorRow;

  @Index('operator_sessions_by_token', { unique: true })
  @Column({ type: 'bytea', name: 'token_hash' })
  tokenHash!: Buffer;

  /** In coarse words; null where it was not kept. */
  @Column({ type: 'text', nullable: true })
  device!: string | null;

  @Column({ type: 'timestamptz', name: 'signed_in_at' })
  signedInAt!: Date;

  @Index('operator_sessions_by_expiry')
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}
