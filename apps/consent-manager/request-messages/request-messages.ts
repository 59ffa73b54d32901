import { Inject, Injectable } from '@nestjs/common';
import { addSeconds } from '#domain';
import { Clock, Database, SETTINGS } from '#platform';
import { ActCountStore } from '../act-counts/act-count-store.ts';
import { hour, windowEnd } from '../act-counts/window-end.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import { RequestMessageStore, type WaitingRequest } from './request-message-store.ts';

/** Longer than a mail server may take: whoever sends has the requests to itself so long. */
const takenSeconds = 120;
const mostAtOnce = 200;

/** Chooses what a person is written to about now. So many messages an hour; what comes beyond them waits and is folded into one. */
@Injectable()
export class RequestMessages {
  constructor(
    private readonly database: Database,
    private readonly store: RequestMessageStore,
    private readonly counts: ActCountStore,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<ConsentManagerSettings, 'REQUEST_MESSAGES_PER_PERSON_PER_HOUR'>,
  ) {}

  /**
   * Takes her requests for one message. Where it is not marked as written in time, they are taken again.
   * @returns nothing where none is due, or she has had her messages of this hour
   */
  async take(principalId: string): Promise<readonly WaitingRequest[]> {
    const now = this.clock.now();
    const most = this.settings.REQUEST_MESSAGES_PER_PERSON_PER_HOUR;
    return this.database.transaction(async (tx) => {
      const due = await this.store.lockDue(tx, principalId, now, mostAtOnce);
      if (due.length === 0) return [];
      const handles = due.map(({ handle }) => handle);
      const act = { act: 'request-message', subject: principalId, windowEndsAt: windowEnd(now, hour) } as const;
      const mayWrite = (await this.counts.count(tx, act, most)) !== undefined;
      await this.store.postpone(tx, handles, mayWrite ? addSeconds(now, takenSeconds) : act.windowEndsAt);
      return mayWrite ? due : [];
    });
  }

  async markWritten(requests: readonly WaitingRequest[]): Promise<void> {
    await this.store.markWritten(requests.map(({ handle }) => handle));
  }
}
