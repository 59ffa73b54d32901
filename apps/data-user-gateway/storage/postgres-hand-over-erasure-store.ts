import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type ErasureReason, groundedOn, type Instant } from '#domain';
import { AuditTrail, Database, type Transaction } from '#platform';
import {
  type ErasedHandOver,
  type FoundFiles,
  HandOverErasureStore,
  type RecordedTakingBack,
  type TakingBackEnd,
} from '../data-erasure/hand-over-erasure-store.ts';
import type { HandOver } from '../hand-over/hand-over.ts';
import type { HandOverLease } from '../hand-over/hand-over-store.ts';
import { ReadNoting } from '../received-records/read-noting.ts';
import * as statements from './hand-over-statements.ts';

@Injectable()
export class PostgresHandOverErasureStore extends HandOverErasureStore {
  constructor(private readonly database: Database) {
    super();
  }

  begin(tx: Transaction, consentId: string, reason: ErasureReason, now: Instant, lapsedBy: Instant | undefined): void {
    tx.write(statements.beginErasing, [consentId, reason, now, lapsedBy ?? null]);
  }

  async listErasing(consentId: string): Promise<HandOver[]> {
    return this.database.read<HandOver>(statements.listErasing, [consentId]);
  }

  async listFolders(consentId: string): Promise<string[]> {
    const rows = await this.database.read<{ target: string }>(statements.listFolders, [consentId]);
    return rows.map(({ target }) => target);
  }

  async reopen(found: FoundFiles, now: Instant): Promise<string | undefined> {
    const { sessionId, consentId, folder, reason, lapsedBy } = found;
    const values = [uuidv7(), sessionId, consentId, folder, reason, now, lapsedBy ?? null];
    return (await this.database.read<{ id: string }>(statements.reopen, values))[0]?.id;
  }

  async recordEnd(
    tx: Transaction,
    { id, worker }: HandOverLease,
    { state, filesDeleted, problem, at }: TakingBackEnd,
  ): Promise<RecordedTakingBack | undefined> {
    const values = [id, worker, state, filesDeleted, problem ?? null, at];
    return (await tx.query<RecordedTakingBack>(statements.recordTakenBack, values))[0];
  }

  async accountFor(tx: Transaction, consentId: string): Promise<ErasedHandOver[]> {
    return tx.query<ErasedHandOver>(statements.accountForHandOvers, [consentId]);
  }
}

@Injectable()
export class PostgresReadNoting extends ReadNoting {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {
    super();
  }

  async note({ sessionId, consentId }: { sessionId: string; consentId: string }, now: Instant): Promise<void> {
    const noted = this.trail.prepare({ act: 'data.read', ground: groundedOn(consentId), session: sessionId });
    await this.database.read(statements.noteRead, [uuidv7(), sessionId, consentId, now, ...noted.values]);
    noted.begin();
  }
}
