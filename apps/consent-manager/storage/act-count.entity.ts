import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often something was done within a window of time, where that is bounded or told only now and then. */
@Entity('act_counts')
export class ActCountRow {
  @PrimaryColumn({ type: 'text' })
  act!: string;

  /** An id, or the keyed digest of an address. */
  @PrimaryColumn({ type: 'text' })
  subject!: string;

  @Index('act_counts_by_window')
  @PrimaryColumn({ type: 'timestamptz', name: 'window_ends_at' })
  windowEndsAt!: Date;

  @Column({ type: 'int' })
  times!: number;
}
