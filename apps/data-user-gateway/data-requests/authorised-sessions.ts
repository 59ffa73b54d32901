import { Injectable } from '@nestjs/common';
import { addDuration, useCovers } from '#domain';
import { Clock } from '#platform';
import type { DataRequestAnswer } from '#protocol';
import { FetchStarting } from '../data-sessions/fetch-starting.ts';
import type { AskedData, DataRequestStanding } from './asked-data.ts';
import { DataRequestStore } from './data-request-store.ts';
import { SessionDrafting } from './session-drafting.ts';

/** Writes down the sessions a manager authorised, and has them fetched. */
@Injectable()
export class AuthorisedSessions {
  constructor(
    private readonly requests: DataRequestStore,
    private readonly drafting: SessionDrafting,
    private readonly starting: FetchStarting,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined where the request is not waiting for an answer any more */
  async keep(waiting: AskedData, answer: DataRequestAnswer): Promise<DataRequestStanding | undefined> {
    const { dataRequestId: useId, requestedAt } = answer;
    const asked: AskedData = { ...waiting, state: 'AUTHORISED', useId, requestedAt };
    const [now, later] = [this.clock.now(), asked.fetch === 'later'];
    const drafts = await Promise.all(answer.sessions.map((each) => this.drafting.draft(asked, each, now)));
    const sessions = drafts.map(({ session }) => session);
    const hold = later ? undefined : this.starting.hold();
    const nextTryAt = hold?.until ?? (later ? addDuration(now, useCovers) : now);
    const ground = await this.requests.authorise({ asked, sessions, hold, nextTryAt });
    if (ground === undefined) return undefined;
    const leased = drafts.map((draft) => ({ ...draft, asked, ...ground }));
    if (!later) await this.starting.start(leased, hold);
    return { asked, sessions, handOvers: [] };
  }
}
