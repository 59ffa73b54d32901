import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PrincipalRow } from './principal.entities.ts';

/** A browser that a person is told in, and whether it is to be told now. */
@Entity('push_subscriptions')
export class PushSubscriptionRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey(() => PrincipalRow, { name: 'fk_push_subscriptions_of_principal' })
  @Index('push_subscriptions_of_principal')
  @Column({ type: 'text', name: 'principal_id' })
  principalId!: string;

  /** Whoever knows it, and our key, can write to the browser. */
  @Index('push_subscriptions_by_endpoint', { unique: true })
  @Column({ type: 'text' })
  endpoint!: string;

  @Column({ type: 'bytea' })
  p256dh!: Buffer;

  @Column({ type: 'bytea' })
  auth!: Buffer;

  @Column({ type: 'text' })
  device!: string;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt!: Date;

  /** Of the requests it was told of, or is to be. */
  @Column({ type: 'uuid', name: 'newest_handle', nullable: true })
  newestHandle!: string | null;

  @Index('push_subscriptions_due', { where: 'push_at IS NOT NULL' })
  @Column({ type: 'timestamptz', name: 'push_at', nullable: true })
  pushAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'push_until', nullable: true })
  pushUntil!: Date | null;

  @Column({ type: 'int' })
  tries!: number;
}
