import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PrincipalRow } from './principal.entities.ts';

/** A browser on its way to an OpenID provider and back; what has served its purpose in it is null. */
@Entity('openid_ceremonies')
export class OpenIdCeremonyRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  provider!: string;

  /** SHA-256 of 256 random bits that the browser holds in a cookie. */
  @Index('openid_ceremonies_by_browser', { unique: true })
  @Column({ type: 'bytea', name: 'browser_hash' })
  browserHash!: Buffer;

  /** SHA-256 of 256 random bits that went by the provider. */
  @Column({ type: 'bytea', name: 'state_hash', nullable: true })
  stateHash!: Buffer | null;

  @Column({ type: 'text', nullable: true })
  nonce!: string | null;

  @Column({ type: 'text', name: 'code_verifier', nullable: true })
  codeVerifier!: string | null;

  @Column({ type: 'text', name: 'redirect_uri' })
  redirectUri!: string;

  /** Whom the provider has recognised. */
  @Column({ type: 'text', nullable: true })
  issuer!: string | null;

  @Column({ type: 'text', nullable: true })
  subject!: string | null;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Index('openid_ceremonies_by_expiry')
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}

/** An account at an OpenID provider that signs a person in. */
@Entity('openid_identities')
@Index('openid_identities_by_subject', ['issuer', 'subject'], { unique: true })
export class OpenIdIdentityRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey(() => PrincipalRow, { name: 'fk_openid_identities_of_principal' })
  @Index('openid_identities_of_principal')
  @Column({ type: 'text', name: 'principal_id' })
  principalId!: string;

  @Column({ type: 'text' })
  issuer!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'timestamptz', name: 'linked_at' })
  linkedAt!: Date;
}
