import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Clock, Database, SETTINGS, type Statement, type Transaction } from '#platform';
import type { ConsentKey } from '../consent-artefacts/kept-consent.ts';
import type { DataSession, SessionStanding } from '../data-sessions/data-session.ts';
import { deliveredIn } from '../data-sessions/fill-progress.ts';
import {
  type FillStep,
  type SavedStep,
  type SealedBefore,
  type SessionEnd,
  SpoolStore,
} from '../data-sessions/spool-store.ts';
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

  async save({ id, progress }: DataSession, step: FillStep, tx?: Transaction): Promise<SavedStep | undefined> {
    const { artefact, standing } = step.consent;
    const { part, end } = step;
    const values = [
      id,
      artefact.manager,
      artefact.artefactId,
      standing.version,
      artefact.principal,
      progress.accounts.map(({ linkId }) => linkId),
      JSON.stringify(progress),
      part?.n ?? null,
      step.filler,
      part?.sealed ?? null,
      part?.statement ?? null,
      part?.digest ?? null,
      JSON.stringify(step.refused),
      this.clock.now(),
      part === undefined ? null : deliveredIn(progress),
    ];
    const last = end === undefined ? [] : [...endValues(end), tx === undefined, ...end.noted.values];
    const [saved] = await (end === undefined
      ? this.database.read<SavedStep>(statements.save, [...values, step.until], tx)
      : this.database.read<SavedStep>(statements.saveLast, [...values, ...last], tx));
    return saved;
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

  async lock(tx: Transaction, sessionId: string): Promise<DataSession | undefined> {
    const [row] = await tx.query<SessionColumns>(statements.lock, [sessionId]);
    return row && sessionOf(row);
  }

  async end(tx: Transaction, { id, progress }: DataSession, end: SessionEnd): Promise<boolean> {
    const values = [id, JSON.stringify(progress), ...endValues(end), ...end.noted.values];
    const [row] = await tx.query<{ newsPromised: boolean }>(statements.end, values);
    return row?.newsPromised ?? false;
  }

  giveBackUse(tx: Transaction, { ground, dataRequestId }: DataSession): void {
    tx.write(statements.giveBackUse, [ground.manager, ground.artefactId, dataRequestId]);
  }

  listSealed(sessionId: string, tx?: Transaction): Promise<SealedBefore[]> {
    return this.database.read<SealedBefore>(statements.listSealed, [sessionId], tx);
  }

  async markFetched({ id, state, fetched }: SessionStanding, n: number): Promise<boolean> {
    const { SPOOL_PARTS_KEPT, SPOOL_PARTS_AHEAD } = this.settings;
    const isNoted = state !== 'ACTIVE' || fetched > n;
    if (isNoted && n <= SPOOL_PARTS_KEPT) return true;
    const values = [id, n, SPOOL_PARTS_KEPT, SPOOL_PARTS_AHEAD];
    const marked = (await this.database.read(statements.markFetched, values)).length > 0;
    if (isNoted || marked) return true;
    // Somebody fetched a later one meanwhile, or the session ended: in this statement alone it can be told which.
    return (await this.database.read(statements.hasPart, [id, n])).length > 0;
  }

  deleteParts(tx: Transaction, sessionId: string): void {
    tx.write(statements.deleteParts, [sessionId]);
  }

  async empty(tx: Transaction, { manager, artefactId }: ConsentKey): Promise<string[]> {
    return (await tx.query<{ id: string }>(statements.empty, [manager, artefactId])).map(({ id }) => id);
  }

  wakeAll(tx: Transaction, { manager, artefactId }: ConsentKey): void {
    tx.write(statements.wakeAll, [manager, artefactId]);
  }

  listAbandoned(now: Instant, limit: number): Promise<string[]> {
    return this.list(statements.listAbandoned, now, limit);
  }

  listOverdue(now: Instant, limit: number): Promise<string[]> {
    return this.list(statements.listOverdue, now, limit);
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

function endValues({ state, manifest, served, at, release, told }: SessionEnd): unknown[] {
  const { ground, to, contents } = release;
  return [state, manifest, served, at, JSON.stringify(ground), to, JSON.stringify(contents), ...told.values];
}
