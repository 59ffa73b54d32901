import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A consent this data user was given: the artefact as signed, and where it stands. */
@Entity('consents')
@Index('consents_revoked', ['id'], { where: `state = 'REVOKED'` })
export class ConsentRow {
  /** The artefact's id. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  manager!: string;

  @Column({ type: 'uuid' })
  handle!: string;

  /** The signed token: evidence. */
  @Column({ type: 'text' })
  artefact!: string;

  @Column({ type: 'json' })
  claims!: object;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz', name: 'resume_at', nullable: true })
  resumeAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt!: Date;

  /** When the manager last said where it stands. */
  @Column({ type: 'timestamptz', name: 'changed_at', nullable: true })
  changedAt!: Date | null;
}
