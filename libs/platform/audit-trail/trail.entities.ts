import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { byOperators } from './trail-of-operators.ts';

/** Written with the act itself; sealed and gone within a second or so. */
@Entity('trail_pending')
export class TrailPendingRow {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text' })
  entry!: string;

  /** HMAC-SHA-256 under a key that the database does not know. */
  @Column({ type: 'bytea' })
  mac!: Buffer;
}

@Entity('trail_entries')
@Index('trail_entries_of_operators', ['index'], { where: byOperators })
export class TrailEntryRow {
  /** From 0, without gaps: the place of its leaf. */
  @PrimaryColumn({ type: 'bigint' })
  index!: string;

  @Index('trail_entries_by_id', { unique: true })
  @Column({ type: 'uuid' })
  id!: string;

  /** In canonical form (RFC 8785): the bytes of its leaf. */
  @Column({ type: 'text' })
  entry!: string;

  /** SHA-256 over the chain before it and its leaf hash. */
  @Column({ type: 'bytea' })
  chain!: Buffer;
}

/** Up to 256 hashes of 32 bytes: of leaves (level 0), or of full tiles of the level below. */
@Entity('trail_tiles')
export class TrailTileRow {
  @PrimaryColumn({ type: 'smallint' })
  level!: number;

  @PrimaryColumn({ type: 'bigint' })
  index!: string;

  @Column({ type: 'bytea' })
  hashes!: Buffer;
}

@Entity('trail_checkpoints')
export class TrailCheckpointRow {
  @PrimaryColumn({ type: 'bigint' })
  size!: string;

  @Column({ type: 'text' })
  token!: string;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt!: Date;
}

/** A participant that entries name: it is handed a checkpoint over the newest of them. */
@Entity('trail_witnesses')
export class TrailWitnessRow {
  @PrimaryColumn({ type: 'text' })
  participant!: string;

  /** Size of the trail once it last named it. */
  @Column({ type: 'bigint', name: 'named_at' })
  namedAt!: string;

  @Column({ type: 'bigint', name: 'given_size' })
  givenSize!: string;

  @Column({ type: 'text', name: 'given_token', nullable: true })
  givenToken!: string | null;
}

/** What is wrong with this trail, or one that is witnessed here: for the operator. */
@Entity('trail_faults')
export class TrailFaultRow {
  @PrimaryColumn({ type: 'text' })
  kind!: string;

  @PrimaryColumn({ type: 'text' })
  detail!: string;

  @Column({ type: 'timestamptz', name: 'found_at' })
  foundAt!: Date;

  /** When an operator had dealt with it: it wakes nobody any more. */
  @Column({ type: 'timestamptz', name: 'acknowledged_at', nullable: true })
  acknowledgedAt!: Date | null;

  @Column({ type: 'text', name: 'acknowledged_by', nullable: true })
  acknowledgedBy!: string | null;
}

/** Where another's trail stood, in its own signed words. */
@Entity('witnessed_checkpoints')
@Index('witnessed_checkpoints_contradicting', ['issuer', 'role'], { where: 'NOT agrees' })
@Index('witnessed_checkpoints_unlinked', ['issuer', 'role'], { where: 'agrees AND NOT linked' })
export class WitnessedCheckpointRow {
  @PrimaryColumn({ type: 'text' })
  issuer!: string;

  @PrimaryColumn({ type: 'text' })
  role!: string;

  @PrimaryColumn({ type: 'bigint' })
  size!: string;

  @PrimaryColumn({ type: 'text' })
  root!: string;

  @PrimaryColumn({ type: 'text' })
  head!: string;

  @Column({ type: 'text' })
  token!: string;

  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt!: Date;

  /** False where it contradicts another, or was not proven to belong to the same trail. */
  @Column({ type: 'boolean' })
  agrees!: boolean;

  /** Whether it is proven to be of one trail with the others that are: until then its role is asked. */
  @Column({ type: 'boolean', default: true })
  linked!: boolean;

  /** Root of the one that it was handed over with, and proven to extend. */
  @Column({ type: 'text', name: 'extends_root', nullable: true })
  extendsRoot!: string | null;
}
