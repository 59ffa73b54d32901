import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An event that another participant is told; it stays until that one has acknowledged it, and a while as a log. */
@Entity('outbox_events')
@Index('outbox_events_by_receiver', ['receiver', 'id'], { where: 'acknowledged_at IS NULL' })
@Index('outbox_events_by_acknowledgement', ['receiver', 'acknowledgedAt', 'id'], {
  where: 'acknowledged_at IS NOT NULL',
})
export class OutboxEventRow {
  /** UUIDv7, the token's `jti`: ids sort by age. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  receiver!: string;

  @Column({ type: 'text', name: 'receiver_role', nullable: true })
  receiverRole!: string | null;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  token!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Index('outbox_events_by_next_attempt', { where: 'acknowledged_at IS NULL AND dead_at IS NULL' })
  @Column({ type: 'timestamptz', name: 'next_attempt_at' })
  nextAttemptAt!: Date;

  /** The replica that is delivering it. */
  @Column({ type: 'uuid', name: 'taken_by', nullable: true })
  takenBy!: string | null;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  /** `DeliveryFailure.reason` of the last attempt. */
  @Column({ type: 'text', name: 'last_error', nullable: true })
  lastError!: string | null;

  @Column({ type: 'timestamptz', name: 'acknowledged_at', nullable: true })
  acknowledgedAt!: Date | null;

  /** When it was no longer pushed: too old, or its receiver said it cannot take it. It can still be polled unless rejected. */
  @Column({ type: 'timestamptz', name: 'dead_at', nullable: true })
  deadAt!: Date | null;

  /** When its receiver, having polled it, said it cannot take it: it is offered no more until it is replayed. */
  @Column({ type: 'timestamptz', name: 'rejected_at', nullable: true })
  rejectedAt!: Date | null;

  /** When an operator last had it told anew: how long it is pushed counts from then. */
  @Column({ type: 'timestamptz', name: 'replayed_at', nullable: true })
  replayedAt!: Date | null;
}
