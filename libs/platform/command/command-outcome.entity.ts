import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What was answered to a request, so that a retry whose first answer was lost gets the same. */
@Entity('command_outcomes')
export class CommandOutcomeRow {
  @PrimaryColumn({ type: 'text' })
  iss!: string;

  @PrimaryColumn({ type: 'uuid', name: 'request_id' })
  requestId!: string;

  /** Of the command's `typ` and content, without what differs in each retry. */
  @Column({ type: 'text' })
  digest!: string;

  /** `json`, not `jsonb`: what is answered again is the same text. */
  @Column({ type: 'json', nullable: true })
  body!: unknown;

  @Index('command_outcomes_by_age')
  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
