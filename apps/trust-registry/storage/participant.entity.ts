import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

@Entity('participants')
export class ParticipantRow {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', array: true })
  roles!: string[];

  @Column({ type: 'jsonb' })
  endpoints!: object;

  @Column({ type: 'text', array: true, name: 'data_types' })
  dataTypes!: string[];

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'timestamptz', name: 'described_at' })
  describedAt!: Date;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;
}

/** A key belongs to whoever it was listed for first, for ever. */
@Entity('participant_keys')
export class ParticipantKeyRow {
  /** RFC 7638 thumbprint. */
  @PrimaryColumn({ type: 'text' })
  kid!: string;

  @Index('participant_keys_by_participant')
  @Column({ type: 'text', name: 'participant_id' })
  participantId!: string;

  @ManyToOne(() => ParticipantRow)
  @JoinColumn({ name: 'participant_id', foreignKeyConstraintName: 'fk_participant_keys_participant' })
  participant!: ParticipantRow;

  @Column({ type: 'text' })
  use!: string;

  @Column({ type: 'jsonb' })
  jwk!: object;

  @Column({ type: 'timestamptz', name: 'valid_from' })
  validFrom!: Date;

  @Column({ type: 'timestamptz', name: 'valid_until', nullable: true })
  validUntil!: Date | null;

  @Column({ type: 'timestamptz', name: 'retired_at', nullable: true })
  retiredAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'compromised_since', nullable: true })
  compromisedSince!: Date | null;
}
