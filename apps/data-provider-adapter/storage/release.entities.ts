import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What left, to whom, on what ground. Kept for the audit trail. */
@Entity('releases')
@Index('releases_by_time', ['releasedAt'])
export class ReleaseRow {
  @PrimaryColumn({ type: 'uuid', name: 'session_id', primaryKeyConstraintName: 'releases_pkey' })
  sessionId!: string;

  @Column({ type: 'jsonb' })
  ground!: unknown;

  @Column({ type: 'text', name: 'released_to' })
  releasedTo!: string;

  @Column({ type: 'timestamptz', name: 'released_at' })
  releasedAt!: Date;

  /** Links, data types and counts. */
  @Column({ type: 'jsonb' })
  contents!: unknown;
}

/** A record that did not fit its data type, for the institution to mend. Where and which rule, never the value. */
@Entity('refused_records')
@Index('refused_records_by_time', ['refusedAt'])
export class RefusedRecordRow {
  @PrimaryColumn({ type: 'uuid', name: 'session_id', primaryKeyConstraintName: 'refused_records_pkey' })
  sessionId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'link_id', primaryKeyConstraintName: 'refused_records_pkey' })
  linkId!: string;

  @PrimaryColumn({ type: 'text', name: 'data_type', primaryKeyConstraintName: 'refused_records_pkey' })
  dataType!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'refused_records_pkey' })
  position!: number;

  @Column({ type: 'text' })
  path!: string;

  @Column({ type: 'text' })
  keyword!: string;

  @Column({ type: 'timestamptz', name: 'refused_at' })
  refusedAt!: Date;
}
