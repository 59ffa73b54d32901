import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('principals')
export class PrincipalRow {
  /** `name@manager-host` */
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  /** Whether any of her standing choices is on: read with her id, so that those who have none pay nothing. */
  @Column({ type: 'boolean', name: 'has_standing_choices', default: false })
  hasStandingChoices!: boolean;

  /** Whether she hears of requests by mail. */
  @Column({ type: 'boolean', name: 'is_mailed', default: true })
  isMailed!: boolean;
}

/** A way to reach a person. Verified ones are what she signs in with, and what providers find her by. */
@Entity('principal_contacts')
@Index('principal_contacts_verified', ['kind', 'value'], { unique: true, where: 'verified_at IS NOT NULL' })
@Index('principal_contacts_own', ['principalId', 'kind', 'value'], { unique: true })
export class PrincipalContactRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey(() => PrincipalRow, { name: 'fk_principal_contacts_of_principal' })
  @Column({ type: 'text', name: 'principal_id' })
  principalId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  value!: string;

  @Column({ type: 'timestamptz', name: 'verified_at', nullable: true })
  verifiedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}

/** A code sent to a contact: to sign in, or to verify the contact named. */
@Entity('one_time_codes')
@Index('one_time_codes_by_contact', ['kind', 'value', 'createdAt'])
export class OneTimeCodeRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  value!: string;

  /** The contact it verifies; null where it signs in. */
  @Index('one_time_codes_of_contact', { where: 'contact_id IS NOT NULL' })
  @Column({ type: 'uuid', name: 'contact_id', nullable: true })
  contactId!: string | null;

  /** HMAC-SHA-256 over id and code, under a key that is not in the database: six digits alone could be guessed. */
  @Column({ type: 'bytea', name: 'code_hash' })
  codeHash!: Buffer;

  @Column({ type: 'int' })
  tries!: number;

  @Column({ type: 'timestamptz', name: 'used_at', nullable: true })
  usedAt!: Date | null;

  @Index('one_time_codes_by_expiry')
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}

@Entity('principal_sessions')
export class PrincipalSessionRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index('principal_sessions_by_principal')
  @ForeignKey(() => PrincipalRow, { name: 'fk_principal_sessions_of_principal' })
  @Column({ type: 'text', name: 'principal_id' })
  principalId!: string;

  /** SHA-256 of 256 random bits. */
  @Index('principal_sessions_by_token', { unique: true })
  @Column({ type: 'bytea', name: 'token_hash' })
  tokenHash!: Buffer;

  @Column({ type: 'timestamptz', name: 'signed_in_at' })
  signedInAt!: Date;

  @Index('principal_sessions_by_expiry')
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  /** How she signed in, or what she has shown in it since. */
  @Column({ type: 'text', default: 'one-time-code' })
  method!: string;

  /** In coarse words. */
  @Column({ type: 'text', nullable: true })
  device!: string | null;
}

/** One of the codes that let her in where she has no passkey at hand. */
@Entity('recovery_codes')
export class RecoveryCodeRow {
  @ForeignKey(() => PrincipalRow, { name: 'fk_recovery_codes_of_principal' })
  @PrimaryColumn({ type: 'text', name: 'principal_id' })
  principalId!: string;

  /** HMAC-SHA-256 over her id and the code, under a key that is not in the database. */
  @PrimaryColumn({ type: 'bytea', name: 'code_hash' })
  codeHash!: Buffer;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt!: Date;

  @Column({ type: 'timestamptz', name: 'used_at', nullable: true })
  usedAt!: Date | null;
}

/** What the person reads: everything that touched her data, in order. */
@Entity('timeline_entries')
@Index('timeline_entries_by_principal', ['principalId', 'id'])
export class TimelineEntryRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', name: 'principal_id' })
  principalId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'json' })
  facts!: object;
}
