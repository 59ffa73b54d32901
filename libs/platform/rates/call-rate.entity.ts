import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How many calls of one caller all replicas together have reserved in one window. */
@Entity('call_rates')
export class CallRateRow {
  /** A participant's id, or the keyed digest of an address. */
  @PrimaryColumn({ type: 'text' })
  caller!: string;

  @Index('call_rates_by_window')
  @PrimaryColumn({ type: 'timestamptz', name: 'window_ends_at' })
  windowEndsAt!: Date;

  @Column({ type: 'int' })
  taken!: number;
}
