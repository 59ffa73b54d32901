import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That a session was refused something, the first time for each reason. */
@Entity('session_refusals')
@Index('session_refusals_by_ground', ['ground'])
@Index('session_refusals_by_time', ['refusedAt'])
export class SessionRefusalRow {
  @PrimaryColumn({ type: 'uuid', name: 'session_id', primaryKeyConstraintName: 'session_refusals_pkey' })
  sessionId!: string;

  /** As the audit trail names it. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'session_refusals_pkey' })
  act!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'session_refusals_pkey' })
  code!: string;

  /** The consent, by the id under which this role knows it. */
  @Column({ type: 'uuid' })
  ground!: string;

  @Column({ type: 'text' })
  manager!: string;

  @Column({ type: 'text', name: 'data_user' })
  dataUser!: string;

  @Column({ type: 'uuid', name: 'data_request_id' })
  dataRequestId!: string;

  @Column({ type: 'timestamptz', name: 'refused_at' })
  refusedAt!: Date;
}
