import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How a consent manager found both sides' words on a data session to compare, as it said last. */
@Entity('session_findings')
@Index('session_findings_unmatched', ['sessionId'], { where: `finding <> 'agrees'` })
export class SessionFindingRow {
  @PrimaryColumn({ type: 'uuid', name: 'session_id', primaryKeyConstraintName: 'session_findings_pkey' })
  sessionId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'session_findings_pkey' })
  manager!: string;

  @Column({ type: 'text' })
  finding!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz', name: 'heard_at' })
  heardAt!: Date;
}
