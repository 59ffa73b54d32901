import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What became of an event that did not simply arrive: an attempt that failed, or a change of its state. That it arrived
 * is `acknowledged_at` of the event itself.
 */
@Entity('delivery_attempts')
@Index('delivery_attempts_by_receiver', ['receiver', 'at'])
export class DeliveryAttemptRow {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Index('delivery_attempts_by_event')
  @Column({ type: 'uuid', name: 'event_id' })
  eventId!: string;

  @Column({ type: 'text' })
  receiver!: string;

  /** When the attempt began, or the state changed. */
  @Index('delivery_attempts_by_age')
  @Column({ type: 'timestamptz' })
  at!: Date;

  /** `DeliveryOutcome` */
  @Column({ type: 'text' })
  outcome!: string;

  /** Codes of closed lists alone, as `last_error` of the event: what a counterpart writes in words is not kept. */
  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'integer', nullable: true })
  milliseconds!: number | null;
}
