import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A running process of this role. What it holds elsewhere in the schema is marked with its id. */
@Entity('replicas')
export class ReplicaRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** By the clock of the database, which all replicas share. */
  @Column({ type: 'timestamptz', name: 'beat_at' })
  beatAt!: Date;
}
