import { Injectable } from '@nestjs/common';
import { Outbox, type PreparedEvents } from '#platform';
import type { SessionEnd } from './data-session-store.ts';
import type { FetchedSession } from './fetched-session.ts';

type Received = Pick<SessionEnd, 'manifestDigest' | 'records' | 'misfits' | 'receivedAt' | 'eraseBy'>;

/** Tells the manager that data has come. */
@Injectable()
export class ReceiptTelling {
  constructor(private readonly outbox: Outbox) {}

  prepare({ id: sessionId, manager }: FetchedSession, received: Received): Promise<PreparedEvents> {
    const { manifestDigest, records, receivedAt, eraseBy } = received;
    const misfits = received.misfits.reduce((sum, each) => sum + each.misfits, 0);
    const state = { sessionId, manifestDigest, records, receivedAt, eraseBy, ...(misfits === 0 ? {} : { misfits }) };
    const to = { to: manager, role: 'consent-manager', subject: sessionId, version: 1 } as const;
    return this.outbox.prepare([{ ...to, type: 'data-session.received', state }]);
  }
}
