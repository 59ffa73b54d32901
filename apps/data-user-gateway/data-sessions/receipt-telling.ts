import { Injectable } from '@nestjs/common';
import { Database, Outbox, type Transaction } from '#platform';
import { HandOverBeginning } from '../hand-over/hand-over-beginning.ts';
import type { SessionEnd } from './data-session-store.ts';
import type { Fetching } from './fetching.ts';

/** Tells the manager, and whoever it is handed on to, that data has come, in the transaction in which that became so. */
@Injectable()
export class ReceiptTelling {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly handOvers: HandOverBeginning,
  ) {}

  async tell({ session, claims }: Fetching, end: SessionEnd, act: (tx: Transaction) => Promise<void>): Promise<void> {
    const { manifestDigest, records, receivedAt, eraseBy } = end;
    const misfits = end.misfits.reduce((sum, each) => sum + each.misfits, 0);
    await this.database.transaction(async (tx) => {
      await act(tx);
      this.handOvers.begin(tx, { ...session, state: end.state }, claims.terms.consentMode);
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
