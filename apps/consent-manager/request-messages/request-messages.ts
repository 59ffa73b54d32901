import { Inject, Injectable } from '@nestjs/common';
import { addSeconds, type Instant, quietNow } from '#domain';
import { Clock, SETTINGS } from '#platform';
import { hour, windowEnd } from '../act-counts/window-end.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import { RequestMessageStore, type TakenRequest, type WaitingRequest } from './request-message-store.ts';

/** Longer than a mail server may take: whoever sends has the requests to itself so long. */
const takenSeconds = 120;
/** People at once: their messages are sent side by side, and none waits for many others. */
const people = 4;
const mostAtOnce = 200;

/** One message to one person, and what it is about. */
export interface RequestLetter {
  readonly principalId: string;
  /** The oldest first. */
  readonly requests: readonly WaitingRequest[];
}

/** Chooses what people are written to about now. So many messages an hour; what comes beyond them waits and is folded into one. */
@Injectable()
export class RequestMessages {
  constructor(
    private readonly store: RequestMessageStore,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<ConsentManagerSettings, 'REQUEST_MESSAGES_PER_PERSON_PER_HOUR'>,
  ) {}

  /**
   * Takes the requests of a few people for one message each. Where they are not marked as written in time, they are
   * taken again.
   * @returns undefined where nothing is due; a person who has had her messages of this hour is not among them
   */
  async take(): Promise<readonly RequestLetter[] | undefined> {
    const now = this.clock.now();
    const taken = await this.store.take(now, {
      people,
      requests: mostAtOnce,
      messages: this.settings.REQUEST_MESSAGES_PER_PERSON_PER_HOUR,
      windowEndsAt: windowEnd(now, hour),
      until: addSeconds(now, takenSeconds),
    });
    if (taken.length === 0) return undefined;
    const awake = await this.putOffQuiet(taken, now);
    const toWrite = awake.filter(({ mayWrite }) => mayWrite).toSorted((a, b) => (a.handle < b.handle ? -1 : 1));
    const byPerson = Map.groupBy(toWrite, ({ principalId }) => principalId);
    return [...byPerson].map(([principalId, requests]) => ({ principalId, requests }));
  }

  /** In her quiet hours nothing is sent; what came before them and waited is put off. @returns the others */
  private async putOffQuiet(taken: readonly TakenRequest[], now: Instant): Promise<TakenRequest[]> {
    const quiet = taken.flatMap(({ handle, quiet: rules }) => {
      const until = rules.length === 0 ? undefined : quietNow(rules, now);
      return until === undefined ? [] : [{ handle, until }];
    });
    for (const [until, requests] of Map.groupBy(quiet, (one) => one.until)) {
      await this.store.putOff(
        requests.map(({ handle }) => handle),
        until,
      );
    }
    return taken.filter(({ handle }) => !quiet.some((one) => one.handle === handle));
  }

  async markWritten(requests: readonly WaitingRequest[]): Promise<void> {
    await this.store.markWritten(requests.map(({ handle }) => handle));
  }
}
