import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One part of what was received, encrypted under the key of its consent. */
@Entity('received_parts')
@Index('received_parts_by_consent', ['consentId', 'sessionId', 'n'])
export class ReceivedPartRow {
  @PrimaryColumn({ type: 'uuid', name: 'session_id' })
  sessionId!: string;

  @PrimaryColumn({ type: 'integer' })
  n!: number;

  @Column({ type: 'uuid', name: 'consent_id' })
  consentId!: string;

  /** Of the sealed bytes as the provider signed it. */
  @Column({ type: 'text' })
  digest!: string;

  /** Records per account and data type: `[{account, dataType, records}]`. */
  @Column({ type: 'json' })
  counts!: object;

  @Column({ type: 'bytea' })
  ciphertext!: Buffer;
}
