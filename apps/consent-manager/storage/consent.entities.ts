import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PrincipalRow } from './principal.entities.ts';

@Entity('consent_requests')
@Index('consent_requests_of_person', ['principalId', 'handle'])
@Index('consent_requests_pending', ['expiresAt'], { where: "state = 'PENDING'" })
@Index('consent_requests_to_write', ['writeAt'], { where: "write_at IS NOT NULL AND state = 'PENDING'" })
@Index('consent_requests_to_write_of_person', ['principalId'], {
  where: "write_at IS NOT NULL AND state = 'PENDING'",
})
@Index('consent_requests_to_choose', ['chooseAt'], { where: "choose_at IS NOT NULL AND state = 'PENDING'" })
@Index('consent_requests_of_nobody', ['expiresAt'], { where: 'principal_id IS NULL' })
export class ConsentRequestRow {
  @PrimaryColumn({ type: 'uuid' })
  handle!: string;

  @Column({ type: 'uuid', name: 'request_id' })
  requestId!: string;

  @Column({ type: 'text', name: 'data_user' })
  dataUser!: string;

  /** Null where nobody has that id here: such a request looks like any other from outside, and expires. */
  @ForeignKey(() => PrincipalRow, { name: 'fk_consent_requests_of_principal' })
  @Column({ type: 'text', name: 'principal_id', nullable: true })
  principalId!: string | null;

  /** `json`, not `jsonb`: the order of members as it was asked. */
  @Column({ type: 'json' })
  terms!: object;

  @Column({ type: 'text', name: 'terms_digest' })
  termsDigest!: string;

  @Column({ type: 'json' })
  notice!: object;

  @Column({ type: 'boolean', name: 'may_be_narrowed' })
  mayBeNarrowed!: boolean;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'uuid', name: 'consent_id', nullable: true })
  consentId!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'timestamptz', name: 'asked_at' })
  askedAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  /** When she is to be written to about it; null once she was, and where nobody is. */
  @Column({ type: 'timestamptz', name: 'write_at', nullable: true })
  writeAt!: Date | null;

  /** When her standing choices are to decide; null once they have, and where she has none. */
  @Column({ type: 'timestamptz', name: 'choose_at', nullable: true })
  chooseAt!: Date | null;
}

@Entity('consents')
@Index('consents_of_person', ['principalId', 'id'])
@Index('consents_narrowed', ['handle'], { where: "narrowed_from::text <> '[]'" })
@Index('consents_by_expiry', ['expiresAt'], { where: "state IN ('ACTIVE', 'PAUSED')" })
@Index('consents_by_resumption', ['resumeAt'], { where: "state = 'PAUSED' AND resume_at IS NOT NULL" })
export class ConsentRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey(() => PrincipalRow, { name: 'fk_consents_of_principal' })
  @Column({ type: 'text', name: 'principal_id' })
  principalId!: string;

  @Column({ type: 'text', name: 'data_user' })
  dataUser!: string;

  @Column({ type: 'uuid' })
  handle!: string;

  /** As granted. */
  @Column({ type: 'json' })
  terms!: object;

  @Column({ type: 'json', name: 'narrowed_from' })
  narrowedFrom!: object;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'timestamptz', name: 'resume_at', nullable: true })
  resumeAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', name: 'approved_at' })
  approvedAt!: Date;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;

  /** What she saw and how she said yes; each artefact carries a digest of it under a salt of its own. */
  @Column({ type: 'json' })
  evidence!: object;

  /** Of the approval, in the audit trail; null from before receipts, and where no trail was kept. */
  @Column({ type: 'uuid', name: 'trail_entry', nullable: true })
  trailEntry!: string | null;
}

/**
 * A signed artefact: never changed but for `revoked_version`, where it alone ended because an account link did, and
 * for its signature, where the key was compromised before its counterpart had it.
 */
@Entity('consent_artefacts')
@Index('consent_artefacts_of_consent', ['consentId'])
export class ConsentArtefactRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey(() => ConsentRow, { name: 'fk_consent_artefacts_of_consent' })
  @Column({ type: 'uuid', name: 'consent_id' })
  consentId!: string;

  /** data-provider or data-user */
  @Column({ type: 'text' })
  recipient!: string;

  @Column({ type: 'text' })
  counterpart!: string;

  /** The data types granted at this counterpart. */
  @Column({ type: 'json', name: 'data_types' })
  dataTypes!: object;

  /** The provider's ids of the links; empty for the data user. */
  @Column({ type: 'json' })
  accounts!: string[];

  @Column({ type: 'text' })
  token!: string;

  @Column({ type: 'text' })
  digest!: string;

  @Column({ type: 'text', name: 'evidence_salt' })
  evidenceSalt!: string;

  @Column({ type: 'int', name: 'revoked_version', nullable: true })
  revokedVersion!: number | null;

  /** That it was issued, in the audit trail; null as in the consent. */
  @Column({ type: 'uuid', name: 'trail_entry', nullable: true })
  trailEntry!: string | null;
}
