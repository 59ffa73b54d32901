import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PrincipalRow } from './principal.entities.ts';

/** A rule of a person that decides for her, as it stands; kept when she removes it, as evidence of what it decided. */
@Entity('standing_choices')
@Index('standing_choices_of_person', ['principalId'], { where: 'removed_at IS NULL' })
export class StandingChoiceRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey(() => PrincipalRow, { name: 'fk_standing_choices_of_principal' })
  @Column({ type: 'text', name: 'principal_id' })
  principalId!: string;

  /** The newest. */
  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'boolean', name: 'is_on' })
  isOn!: boolean;

  /** Of the newest version. */
  @Column({ type: 'int' })
  uses!: number;

  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'removed_at', nullable: true })
  removedAt!: Date | null;
}

/** What she set, when and how. Never changed. */
@Entity('standing_choice_versions')
export class StandingChoiceVersionRow {
  @ForeignKey(() => StandingChoiceRow, { name: 'fk_versions_of_standing_choice' })
  @PrimaryColumn({ type: 'uuid', name: 'choice_id' })
  choiceId!: string;

  @PrimaryColumn({ type: 'int' })
  version!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'json' })
  rule!: object;

  @Column({ type: 'timestamptz', name: 'set_at' })
  setAt!: Date;

  /** How the session was opened in which she set it. */
  @Column({ type: 'text', name: 'set_by' })
  setBy!: string;

  @Column({ type: 'timestamptz', name: 'signed_in_at' })
  signedInAt!: Date;
}

/** A request that a choice decided. */
@Entity('standing_choice_uses')
@Index('standing_choice_uses_renewing', ['renews'], { unique: true, where: 'renews IS NOT NULL' })
@Index('standing_choice_uses_to_write', ['writeAt'], { where: 'write_at IS NOT NULL' })
export class StandingChoiceUseRow {
  @PrimaryColumn({ type: 'uuid' })
  handle!: string;

  @ForeignKey(() => StandingChoiceRow, { name: 'fk_uses_of_standing_choice' })
  @Column({ type: 'uuid', name: 'choice_id' })
  choiceId!: string;

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'text', name: 'principal_id' })
  principalId!: string;

  @Column({ type: 'text', name: 'data_user' })
  dataUser!: string;

  /** Null where the choice said no. */
  @Column({ type: 'uuid', name: 'consent_id', nullable: true })
  consentId!: string | null;

  /** The consent that was renewed: each once. */
  @Column({ type: 'uuid', nullable: true })
  renews!: string | null;

  @Column({ type: 'timestamptz', name: 'used_at' })
  usedAt!: Date;

  /** When she is to be written to about it; null once she was, and where nothing needs it. */
  @Column({ type: 'timestamptz', name: 'write_at', nullable: true })
  writeAt!: Date | null;
}
