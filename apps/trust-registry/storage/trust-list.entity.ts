import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('trust_lists')
export class TrustListRow {
  @PrimaryColumn({ type: 'integer' })
  sequence!: number;

  @Column({ type: 'text' })
  token!: string;

  @Column({ type: 'timestamptz', name: 'issued_at' })
  issuedAt!: Date;

  @Column({ type: 'timestamptz', name: 'valid_until' })
  validUntil!: Date;
}
