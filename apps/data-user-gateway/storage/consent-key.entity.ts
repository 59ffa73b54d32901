import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The key that what was received under one consent is encrypted with, itself encrypted with the storage secret. */
@Entity('consent_keys')
export class ConsentKeyRow {
  @PrimaryColumn({ type: 'uuid', name: 'consent_id' })
  consentId!: string;

  @Column({ type: 'bytea' })
  wrapped!: Buffer;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
