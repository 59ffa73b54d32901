import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { isEnded } from '#domain';
import { SETTINGS } from '#platform';
import type { DataSessionAnswer } from '#protocol';
import type { DataProviderAdapterSettings } from '../settings/data-provider-adapter.settings.ts';
import { AccessGate, type ShownAccess } from './access-gate.ts';
import type { DataSession } from './data-session.ts';
import { DataSessionStore } from './data-session-store.ts';
import { SessionFiller } from './session-filler.ts';
import { SessionOpening } from './session-opening.ts';

const pollMs = 50;

/** Opening a session, and how long its caller is kept waiting for the data. */
@Injectable()
export class DataSessionsService {
  constructor(
    private readonly gate: AccessGate,
    private readonly opening: SessionOpening,
    private readonly sessions: DataSessionStore,
    private readonly filler: SessionFiller,
    @Inject(SETTINGS)
    private readonly settings: Pick<DataProviderAdapterSettings, 'SESSION_ANSWER_WAIT_MILLISECONDS'>,
  ) {}

  /** @returns with the manifest where everything was sealed in time; else the data user gets an event when it is */
  async open(raw: string, shown: ShownAccess): Promise<DataSessionAnswer> {
    const sessionId = await this.opening.open(raw, await this.gate.verify(shown));
    const session = await this.awaitEnd(sessionId);
    if (isEnded(session.state) || (await this.sessions.promiseNews(sessionId))) return describeSession(session);
    return describeSession(await this.get(sessionId));
  }

  private async awaitEnd(sessionId: string): Promise<DataSession> {
    const until = performance.now() + this.settings.SESSION_ANSWER_WAIT_MILLISECONDS;
    for (;;) {
      const left = until - performance.now();
      const running = this.filler.running(sessionId);
      const ended = running !== undefined && left > 0 ? await within(left, running) : undefined;
      if (ended !== undefined) return ended;
      const session = await this.get(sessionId);
      if (isEnded(session.state) || left <= 0) return session;
      await sleep(Math.min(pollMs, left));
    }
  }

  private async get(sessionId: string): Promise<DataSession> {
    const session = await this.sessions.find(sessionId);
    if (session === undefined) throw new Error(`data session ${sessionId} is gone`);
    return session;
  }
}

type Described = Pick<DataSession, 'id' | 'state' | 'parts' | 'manifest' | 'expiresAt'>;

export function describeSession({ id, state, parts, manifest, expiresAt }: Described): DataSessionAnswer {
  return { sessionId: id, state, parts, ...(manifest === undefined ? {} : { manifest }), expiresAt };
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(resolve, milliseconds, undefined);
    work.finally(() => clearTimeout(late)).then(resolve, reject);
  });
}
