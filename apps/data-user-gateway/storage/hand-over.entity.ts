import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** What became of the records of one session at one place they were handed on to. It stays as a tombstone. */
@Entity('hand_overs')
@Unique('hand_overs_once', ['sessionId', 'kind', 'target'])
@Index('hand_overs_by_consent', ['consentId', 'id'])
@Index('hand_overs_by_state', ['state', 'id'])
@Index('hand_overs_left', ['tryingSince'], { where: `kind = 'file' AND state IN ('ERASING', 'UNREACHABLE')` })
@Index('hand_overs_due', ['nextTryAt'], { where: `state IN ('WAITING', 'ERASING')` })
export class HandOverRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'session_id' })
  sessionId!: string;

  @Column({ type: 'uuid', name: 'consent_id' })
  consentId!: string;

  /** read, file or push */
  @Column({ type: 'text' })
  kind!: string;

  /** The folder, or the address; empty for reading. */
  @Column({ type: 'text' })
  target!: string;

  @Column({ type: 'text' })
  state!: string;

  /** Something may have got there. */
  @Column({ type: 'boolean' })
  begun!: boolean;

  /** How far a push has come, or the files that were written; ids, counts and digests. */
  @Column({ type: 'json', nullable: true })
  progress!: object | null;

  /** Names of the files that were there when deleting them began: those it may miss after a kill. */
  @Column({ type: 'json', nullable: true })
  found!: object | null;

  @Column({ type: 'integer', name: 'files_deleted' })
  filesDeleted!: number;

  @Column({ type: 'text', name: 'erase_reason', nullable: true })
  eraseReason!: string | null;

  /** Its state as the last deletion receipt had it. */
  @Column({ type: 'text', name: 'reported_state', nullable: true })
  reportedState!: string | null;

  /** What went wrong last, or what could not be reached. */
  @Column({ type: 'text', nullable: true })
  problem!: string | null;

  @Column({ type: 'integer' })
  tries!: number;

  /** From when the days of retrying count. */
  @Column({ type: 'timestamptz', name: 'trying_since' })
  tryingSince!: Date;

  @Column({ type: 'timestamptz', name: 'next_try_at' })
  nextTryAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  worker!: string | null;

  /** The process of the worker: once it is silent, another takes over. */
  @Column({ type: 'uuid', nullable: true })
  replica!: string | null;

  /** By the clock of the database: workers on several machines agree on it. */
  @Column({ type: 'timestamptz', name: 'leased_until', nullable: true })
  leasedUntil!: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'delivered_at', nullable: true })
  deliveredAt!: Date | null;

  /** When it was erased, as far as it could be; null where that was given up. */
  @Column({ type: 'timestamptz', name: 'erased_at', nullable: true })
  erasedAt!: Date | null;
}
