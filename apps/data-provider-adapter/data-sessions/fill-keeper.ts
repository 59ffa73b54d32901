import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#platform';
import type { DataSession } from './data-session.ts';
import type { Fill, FilledStep } from './fill.ts';
import { FillGround } from './fill-ground.ts';
import { FillHalted } from './fill-halted.ts';
import { FillLease } from './fill-lease.ts';
import { FreshParts } from './fresh-parts.ts';
import { SessionConclusion } from './session-conclusion.ts';
import { type SavedStep, type SessionEnd, SpoolStore } from './spool-store.ts';

type Step = FilledStep & { readonly end?: SessionEnd };

/** Saves what a filler did, as long as its ground holds. Locks consent, then session, as all do. */
@Injectable()
export class FillKeeper {
  constructor(
    private readonly database: Database,
    private readonly ground: FillGround,
    private readonly spool: SpoolStore,
    private readonly lease: FillLease,
    private readonly conclusion: SessionConclusion,
    private readonly fresh: FreshParts,
  ) {}

  /** Saves a part, then waits until there is room for another. @throws FillHalted */
  async save(fill: Fill, step: FilledStep): Promise<void> {
    const { session, filler, digests } = fill;
    const { fetched } = await this.keep(fill, step);
    if (await this.lease.awaitRoom(session, filler, digests.length, fetched)) return;
    await this.database.transaction((tx) => this.letGo(tx, session, filler));
    throw new FillHalted();
  }

  /** Saves the last part with the manifest over all. @returns the session as it ended. @throws FillHalted */
  async conclude(fill: Fill, step: FilledStep): Promise<DataSession> {
    const { session, digests } = fill;
    const end = await this.conclusion.describe(session, digests);
    await this.keep(fill, { ...step, end });
    end.told.begin();
    end.noted.begin();
    return { ...session, parts: digests.length, state: end.state, manifest: end.manifest };
  }

  private async keep(fill: Fill, step: Step): Promise<SavedStep> {
    const saved =
      (await this.saveAlone(fill, step)) ?? (await this.database.transaction((tx) => this.saveIn(tx, fill, step)));
    if (saved === 'halted') throw new FillHalted();
    if (step.part !== undefined) this.fresh.keep(fill.session.id, step.part);
    return saved;
  }

  /** As a rule nothing has changed since the consent was judged last: the step is saved only if so. */
  private async saveAlone(fill: Fill, step: Step): Promise<SavedStep | undefined> {
    const isFirm = this.ground.stateOf(fill.consent, this.lease.now()) === 'ACTIVE';
    return isFirm && step.end?.served !== 0 ? this.write(fill, step) : undefined;
  }

  private async saveIn(tx: Transaction, fill: Fill, step: Step): Promise<SavedStep | 'halted'> {
    const { session, filler, digests } = fill;
    const footing = await this.ground.lock(tx, fill, this.lease.now());
    if (footing === 'FIRM') {
      const saved = await this.write(fill, step, tx);
      if (saved === undefined) return 'halted';
      if (step.end !== undefined) {
        await this.conclusion.settle(tx, session, step.end, digests.length, saved.newsPromised);
      }
      return saved;
    }
    // What was read since the last part is thrown away; a paused one is read again when it is resumed.
    if (footing === 'PAUSED') await this.spool.letGo(tx, session.id, filler);
    else await this.conclusion.breakOff(tx, session.id, footing.gone);
    return 'halted';
  }

  private write({ session, filler, consent }: Fill, step: Step, tx?: Transaction): Promise<SavedStep | undefined> {
    return this.spool.save(session, { ...step, filler, consent, until: this.lease.until() }, tx);
  }

  /** A data user that waits for news is told there is something to fetch: nothing more is read until it does. */
  private async letGo(tx: Transaction, session: DataSession, filler: string): Promise<void> {
    const waited = await this.spool.letGo(tx, session.id, filler);
    if (waited !== undefined) await this.conclusion.tellReady(tx, session, waited.parts);
  }
}
