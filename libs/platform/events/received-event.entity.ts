import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An event that was applied: told again, it is acknowledged and not applied again. */
@Entity('received_events')
export class ReceivedEventRow {
  @PrimaryColumn({ type: 'text' })
  issuer!: string;

  @PrimaryColumn({ type: 'uuid' })
  jti!: string;

  @Index('received_events_by_age')
  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt!: Date;
}
