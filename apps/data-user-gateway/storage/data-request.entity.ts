import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** An ask for data under a consent, written down before it is sent to the manager. */
@Entity('data_requests')
@Unique('data_requests_request_id', ['requestId'])
@Index('data_requests_by_consent', ['consentId', 'id'])
@Index('data_requests_waiting', ['nextTryAt'], { where: `state = 'PENDING'` })
export class DataRequestRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'request_id' })
  requestId!: string;

  @Column({ type: 'text', name: 'ask_digest' })
  askDigest!: string;

  @Column({ type: 'uuid', name: 'consent_id' })
  consentId!: string;

  @Column({ type: 'text' })
  manager!: string;

  @Column({ type: 'json', name: 'data_types' })
  dataTypes!: object;

  @Column({ type: 'json', name: 'data_range' })
  dataRange!: object;

  /** Thumbprint of the DPoP key the tokens were asked for. */
  @Column({ type: 'text' })
  jkt!: string;

  /** now: sessions are fetched at once; later: they wait until they are asked for. */
  @Column({ type: 'text', name: 'fetch_time' })
  fetch!: string;

  /** False: the manager is asked even where our own copy of the consent says no. */
  @Column({ type: 'boolean', name: 'own_check' })
  ownCheck!: boolean;

  @Column({ type: 'text' })
  state!: string;

  /** The manager's id of this data request: one use. */
  @Column({ type: 'uuid', name: 'use_id', nullable: true })
  useId!: string | null;

  @Column({ type: 'timestamptz', name: 'requested_at', nullable: true })
  requestedAt!: Date | null;

  /** `{by, code, detail}` */
  @Column({ type: 'json', nullable: true })
  refusal!: object | null;

  @Column({ type: 'integer' })
  tries!: number;

  @Column({ type: 'timestamptz', name: 'next_try_at' })
  nextTryAt!: Date;

  /** The replica that is sending it. */
  @Column({ type: 'uuid', name: 'sent_by', nullable: true })
  sentBy!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
