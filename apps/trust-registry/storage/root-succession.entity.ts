import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How an old root named the next. */
@Entity('root_successions')
export class RootSuccessionRow {
  /** Of the next one. */
  @PrimaryColumn({ type: 'text' })
  kid!: string;

  @Column({ type: 'text' })
  token!: string;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt!: Date;
}
