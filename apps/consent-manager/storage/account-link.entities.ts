import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PrincipalRow } from './principal.entities.ts';

@Entity('account_link_requests')
export class AccountLinkRequestRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey(() => PrincipalRow, { name: 'fk_account_link_requests_of_principal' })
  @Column({ type: 'text', name: 'principal_id' })
  principalId!: string;

  @Column({ type: 'text', name: 'data_provider' })
  dataProvider!: string;

  /** What the provider calls it. */
  @Column({ type: 'uuid', name: 'provider_request_id' })
  providerRequestId!: string;

  @Index('account_link_requests_by_expiry')
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}

@Entity('account_links')
@Index('account_links_at_provider', ['dataProvider', 'providerLinkId'], { unique: true })
@Index('account_links_of_person', ['principalId'])
@Index('account_links_to_tell', ['endedAt'], { where: 'provider_told_at IS NULL AND ended_at IS NOT NULL' })
export class AccountLinkRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey(() => PrincipalRow, { name: 'fk_account_links_of_principal' })
  @Column({ type: 'text', name: 'principal_id' })
  principalId!: string;

  @Column({ type: 'text', name: 'data_provider' })
  dataProvider!: string;

  /** What the provider calls it: named in the artefacts. */
  @Column({ type: 'uuid', name: 'provider_link_id' })
  providerLinkId!: string;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'json', name: 'data_types' })
  dataTypes!: string[];

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'timestamptz', name: 'linked_at' })
  linkedAt!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** When the provider had heard of the end. */
  @Column({ type: 'timestamptz', name: 'provider_told_at', nullable: true })
  providerToldAt!: Date | null;
}
