import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a record source last gave, and last failed to give, records of a type: to within some seconds. */
@Entity('record_source_reads')
export class RecordSourceReadRow {
  @PrimaryColumn({ type: 'text' })
  source!: string;

  @PrimaryColumn({ type: 'text', name: 'data_type' })
  dataType!: string;

  @Column({ type: 'timestamptz', name: 'read_at', nullable: true })
  readAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'failed_at', nullable: true })
  failedAt!: Date | null;

  /** A code; never what the source said. */
  @Column({ type: 'text', nullable: true })
  failure!: string | null;
}

/** How often calls on data sessions were refused, by day (UTC) and code. */
@Entity('refusal_days')
export class RefusalDayRow {
  @PrimaryColumn({ type: 'date' })
  day!: string;

  @PrimaryColumn({ type: 'text' })
  code!: string;

  @Column({ type: 'bigint' })
  refusals!: number;
}
