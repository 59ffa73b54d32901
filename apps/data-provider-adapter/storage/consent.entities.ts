import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Never updated. */
@Entity('consent_artefacts')
export class ConsentArtefactRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'consent_artefacts_pkey' })
  manager!: string;

  @PrimaryColumn({ type: 'uuid', name: 'artefact_id', primaryKeyConstraintName: 'consent_artefacts_pkey' })
  artefactId!: string;

  /** The consent-artefact+jwt as it arrived. */
  @Column({ type: 'text' })
  token!: string;

  @Column({ type: 'text' })
  digest!: string;

  @Column({ type: 'text', name: 'data_user' })
  dataUser!: string;

  @Column({ type: 'text' })
  principal!: string;

  @Column({ type: 'uuid', array: true })
  accounts!: string[];

  /** `json`, not `jsonb`: the terms as they were signed, in their order. */
  @Column({ type: 'json' })
  terms!: unknown;

  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt!: Date;
}

/** Where a consent stands. May be here before its artefact; ended ones stay as tombstones. */
@Entity('consent_standings')
export class ConsentStandingRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'consent_standings_pkey' })
  manager!: string;

  @PrimaryColumn({ type: 'uuid', name: 'artefact_id', primaryKeyConstraintName: 'consent_standings_pkey' })
  artefactId!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz', name: 'resume_at', nullable: true })
  resumeAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;
}

/** One row for each data request that counts against a frequency or a one-time consent. */
@Entity('consent_uses')
@Index('consent_uses_by_time', ['manager', 'artefactId', 'requestedAt'])
export class ConsentUseRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'consent_uses_pkey' })
  manager!: string;

  @PrimaryColumn({ type: 'uuid', name: 'artefact_id', primaryKeyConstraintName: 'consent_uses_pkey' })
  artefactId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'data_request_id', primaryKeyConstraintName: 'consent_uses_pkey' })
  dataRequestId!: string;

  @Column({ type: 'timestamptz', name: 'requested_at' })
  requestedAt!: Date;
}
