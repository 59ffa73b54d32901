import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A running process of this role. What it holds elsewhere in the schema is marked with its id. */
@Entity('replicas')
export class ReplicaRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'timestamptz', name: 'joined_at' })
  joinedAt!: Date;
}
