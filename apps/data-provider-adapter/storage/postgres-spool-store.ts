import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Clock, Database, SETTINGS, type Statement, type Transaction } from '#platform';
import type { ConsentKey } from '../consent-artefacts/kept-consent.ts';
import type { DataSession } from '../data-sessions/data-session.ts';
import { type EndedSession, type FillStep, type SealedPart, SpoolStore } from '../data-sessions/spool-store.ts';
import type { DataProviderAdapterSettings } from '../settings/data-provider-adapter.settings.ts';
import { type SessionColumns, sessionOf } from './data-session-row.ts';
import * as statements from './spool-statements.ts';

const batch = 1000;

@Injectable()
export class PostgresSpoolStore extends SpoolStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS)
    private readonly settings: Pick<DataProviderAdapterSettings, 'SPOOL_PARTS_KEPT' | 'SPOOL_PARTS_AHEAD'>,
  ) {
    super();
  }

  async claim(sessionId: string, filler: string, now: Instant, until: Instant): Promise<DataSession | undefined> {
    const [row] = await this.database.read<SessionColumns>(statements.claim, [sessionId, filler, now, until]);
    return row && sessionOf(row);
  }

  async save(tx: Transaction, sessionId: string, step: FillStep): Promise<{ fetched: number } | undefined> {
    const { filler, until, progress, part, refused } = step;
    const parts = part === undefined ? null : part.n + 1;
    const values = [sessionId, filler, JSON.stringify(progress), parts, until];
    const [held] = await tx.query<{ fetched: number; expiresAt: Instant }>(statements.saveProgress, values);
    if (held === undefined) return undefined;
    if (part !== undefined) {
      const { n, sealed, statement, digest } = part;
      await tx.query(statements.addPart, [sessionId, n, sealed, statement, digest, held.expiresAt]);
    }
    if (refused.length > 0) {
      await tx.query(statements.addRefused, [sessionId, this.clock.now(), JSON.stringify(refused)]);
    }
    return { fetched: held.fetched };
  }

  async renew(sessionId: string, filler: string, until: Instant): Promise<{ fetched: number } | undefined> {
    const [held] = await this.database.read<{ fetched: number }>(statements.renew, [sessionId, filler, until]);
    return held;
  }

  async release(sessionId: string, filler: string, until: Instant): Promise<void> {
    await this.database.read(statements.release, [sessionId, filler, until]);
  }

  async free(tx: Transaction, fillers: readonly string[], now: Instant): Promise<string[]> {
    return (await tx.query<{ id: string }>(statements.free, [fillers, now])).map(({ id }) => id);
  }

  async letGo(tx: Transaction, sessionId: string, filler: string): Promise<{ parts: number } | undefined> {
    const values = [sessionId, filler];
    const [row] = await tx.query<{ parts: number; newsPromised: boolean }>(statements.letGo, values);
    return row?.newsPromised ? { parts: row.parts } : undefined;
  }

  async wake(sessionId: string): Promise<void> {
    await this.database.read(statements.wake, [sessionId]);
  }

  async end(tx: Transaction, { id }: DataSession, ended: EndedSession): Promise<boolean> {
    const { state, progress, manifest, served, at } = ended;
    const values = [id, state, JSON.stringify(progress), manifest, served, at];
    const [row] = await tx.query<{ newsPromised: boolean }>(statements.end, values);
    return row?.newsPromised ?? false;
  }

  async partDigests(tx: Transaction, sessionId: string): Promise<string[]> {
    return (await tx.query<{ digest: string }>(statements.partDigests, [sessionId])).map(({ digest }) => digest);
  }

  async takePart(sessionId: string, n: number): Promise<Pick<SealedPart, 'sealed' | 'statement'> | undefined> {
    const { SPOOL_PARTS_KEPT, SPOOL_PARTS_AHEAD } = this.settings;
    const values = [sessionId, n, SPOOL_PARTS_KEPT, SPOOL_PARTS_AHEAD];
    const [part] = await this.database.read<Pick<SealedPart, 'sealed' | 'statement'>>(statements.takePart, values);
    return part;
  }

  async deleteParts(tx: Transaction, sessionId: string): Promise<void> {
    await tx.query(statements.deleteParts, [sessionId]);
  }

  async listActive(tx: Transaction, { manager, artefactId }: ConsentKey): Promise<string[]> {
    return (await tx.query<{ id: string }>(statements.listActive, [manager, artefactId])).map(({ id }) => id);
  }

  async wakeAll(tx: Transaction, { manager, artefactId }: ConsentKey): Promise<void> {
    await tx.query(statements.wakeAll, [manager, artefactId]);
  }

  async lockOne(tx: Transaction, sessionId: string): Promise<DataSession | undefined> {
    const [row] = await tx.query<SessionColumns>(statements.lockOne, [sessionId]);
    return row && sessionOf(row);
  }

  listAbandoned(now: Instant, limit: number): Promise<string[]> {
    return this.list(statements.listAbandoned, now, limit);
  }

  listOverdue(now: Instant, limit: number): Promise<string[]> {
    return this.list(statements.listOverdue, now, limit);
  }

  async deletePartsOf(tx: Transaction, { manager, artefactId }: ConsentKey): Promise<void> {
    await tx.query(statements.deletePartsOf, [manager, artefactId]);
  }

  async deleteLapsedParts(now: Instant): Promise<void> {
    await this.database.read(statements.deleteLapsedParts, [now]);
  }

  async deleteOldSessions(before: Instant): Promise<void> {
    while ((await this.list(statements.deleteOldSessions, before, batch)).length === batch);
  }

  private async list(statement: Statement, now: Instant, limit: number): Promise<string[]> {
    return (await this.database.read<{ id: string }>(statement, [now, limit])).map(({ id }) => id);
  }
}
