import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('passkeys')
@Index('passkeys_by_owner', ['ownerKind', 'ownerId'])
export class PasskeyRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', name: 'owner_kind' })
  ownerKind!: string;

  @Column({ type: 'text', name: 'owner_id' })
  ownerId!: string;

  /** Base64url. Two owners cannot have the same one: it is by this that one who signs in is recognised. */
  @Index('passkeys_by_credential', { unique: true })
  @Column({ type: 'text', name: 'credential_id' })
  credentialId!: string;

  /** COSE_Key. */
  @Column({ type: 'bytea', name: 'public_key' })
  publicKey!: Buffer;

  @Column({ type: 'bigint' })
  counter!: number;

  @Column({ type: 'jsonb' })
  transports!: string[];

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'boolean', name: 'is_backed_up' })
  isBackedUp!: boolean;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt!: Date;

  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
}

/** A challenge, until it is answered. */
@Entity('passkey_ceremonies')
export class PasskeyCeremonyRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'text', name: 'owner_kind', nullable: true })
  ownerKind!: string | null;

  @Column({ type: 'text', name: 'owner_id', nullable: true })
  ownerId!: string | null;

  @Column({ type: 'text' })
  challenge!: string;

  @Column({ type: 'text' })
  origin!: string;

  @Index('passkey_ceremonies_by_expiry')
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}
