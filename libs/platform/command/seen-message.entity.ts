import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A signed message that was accepted once and is not accepted again while it could still be valid. */
@Entity('seen_messages')
export class SeenMessageRow {
  @PrimaryColumn({ type: 'text' })
  iss!: string;

  @PrimaryColumn({ type: 'uuid' })
  jti!: string;

  /** The message's own `exp` and the allowed skew: after that it is refused for its age. */
  @Index('seen_messages_by_expiry')
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}
