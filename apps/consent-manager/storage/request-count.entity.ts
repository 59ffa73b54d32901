import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What became of the consent requests of a day of which none waits any more; nobody's. */
@Entity('request_counts')
export class RequestCountRow {
  /** UTC, on which they were asked. */
  @PrimaryColumn({ type: 'date' })
  day!: string;

  @Column({ type: 'json' })
  counts!: object;
}
