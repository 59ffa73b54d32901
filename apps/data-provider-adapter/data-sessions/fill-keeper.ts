import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#platform';
import type { DataSession } from './data-session.ts';
import { FillGround } from './fill-ground.ts';
import { FillHalted } from './fill-halted.ts';
import { FillLease } from './fill-lease.ts';
import { SessionConclusion } from './session-conclusion.ts';
import { type FillStep, SpoolStore } from './spool-store.ts';

type Step = Omit<FillStep, 'until'>;

/** Saves what a filler did, as long as its ground holds. Locks consent, then session, as all do. */
@Injectable()
export class FillKeeper {
  constructor(
    private readonly database: Database,
    private readonly ground: FillGround,
    private readonly spool: SpoolStore,
    private readonly lease: FillLease,
    private readonly conclusion: SessionConclusion,
  ) {}

  /** Saves a part, then waits until there is room for another. @throws FillHalted */
  async save(session: DataSession, step: Step, parts: number): Promise<void> {
    const saved = await this.database.transaction((tx) => this.saveIn(tx, session, step));
    if (saved === 'halted') throw new FillHalted();
    if (await this.lease.awaitRoom(session, step.filler, parts, saved.fetched)) return;
    await this.database.transaction((tx) => this.letGo(tx, session, step.filler));
    throw new FillHalted();
  }

  /** Saves the last part and signs the manifest. @throws FillHalted */
  async conclude(session: DataSession, step: Step): Promise<void> {
    const saved = await this.database.transaction(async (tx) => {
      const result = await this.saveIn(tx, session, step);
      if (result !== 'halted') await this.conclusion.conclude(tx, session, step.progress);
      return result;
    });
    if (saved === 'halted') throw new FillHalted();
  }

  private async saveIn(tx: Transaction, session: DataSession, step: Step): Promise<{ fetched: number } | 'halted'> {
    const footing = await this.ground.lock(tx, session, this.lease.now());
    if (footing === 'FIRM') {
      const until = this.lease.until();
      return (await this.spool.save(tx, session.id, { ...step, until })) ?? 'halted';
    }
    // What was read since the last part is thrown away; a paused one is read again when it is resumed.
    if (footing === 'PAUSED') await this.spool.letGo(tx, session.id, step.filler);
    else await this.conclusion.breakOff(tx, session.id, footing.gone);
    return 'halted';
  }

  /** A data user that waits for news is told there is something to fetch: nothing more is read until it does. */
  private async letGo(tx: Transaction, session: DataSession, filler: string): Promise<void> {
    const waited = await this.spool.letGo(tx, session.id, filler);
    if (waited !== undefined) await this.conclusion.tellReady(tx, session, waited.parts);
  }
}
