import { Injectable } from '@nestjs/common';
import { Database, Outbox, type Transaction } from '#platform';
import type { SessionEnd } from './data-session-store.ts';
import type { Fetching } from './fetching.ts';

/** Tells the manager that data has come and when it will be gone, in the transaction in which that became so. */
@Injectable()
export class ReceiptTelling {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  async tell({ session }: Fetching, end: SessionEnd, act: (tx: Transaction) => Promise<void>): Promise<void> {
    const { manifestDigest, records, receivedAt, eraseBy } = end;
    const misfits = end.misfits.reduce((sum, each) => sum + each.misfits, 0);
    await this.database.transaction(async (tx) => {
      await act(tx);
      await this.outbox.write(tx, {
        ...{ to: session.manager, role: 'consent-manager', type: 'data-session.received' },
        ...{ subject: session.id, version: 1 },
        state: {
          ...{ sessionId: session.id, manifestDigest, records, receivedAt, eraseBy },
          ...(misfits === 0 ? {} : { misfits }),
        },
      });
    });
  }
}
