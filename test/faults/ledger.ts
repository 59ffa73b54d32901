import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { customerOf } from './fault-members.ts';

const perAccount = 40;

/** The two accounts a person has at the fund: the second is not read while its books are closed. */
export const fundAccountsOf = (seed: number) => [`fund-${seed}-open`, `fund-${seed}-closed`] as const;

/** The fund's own system: a service of its bookings, of which half can be out of order for a while. */
export class Ledger {
  isOutOfOrder = false;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Ledger> {
    const server = createServer((request, response) => {
      const account = request.url?.split('/')[2] ?? '';
      if (ledger.isOutOfOrder && account.endsWith('closed')) return void response.writeHead(500).end();
      const data = bookingsOf(account).map((booking) => ({ account, booking }));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const ledger = new Ledger(server);
    return ledger;
  }

  /** As a provider is told of it (docs/record-sources.md). */
  describe(contactsFile: string): object {
    const { port } = this.server.address() as AddressInfo;
    const type = {
      schema: 'schema/records/bank.transaction.schema.json',
      ...{ path: '/accounts/{key}/bookings', items: 'data', owner: 'account', record: 'booking' },
    };
    const service = { kind: 'rest', baseUrl: `http://127.0.0.1:${port}`, label: 'Fund', accounts: { contactsFile } };
    return { sources: { ledger: { ...service, dataTypes: { 'bank.transaction': type } } } };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
  }
}

export const fundContacts = (seeds: readonly number[]) =>
  Object.fromEntries(
    seeds.flatMap((seed) => fundAccountsOf(seed).map((account) => [account, { email: customerOf(seed).email }])),
  );

export function bookingsOf(account: string): object[] {
  return Array.from({ length: perAccount }, (_, n) => ({
    transactionId: `${account}-${n}`.padStart(24, '0'),
    accountNumber: '••••1234',
    bookedAt: '2026-03-01T08:00:00.000Z',
    direction: 'CREDIT',
    amount: n,
    currency: 'EUR',
    balanceAfter: n,
    method: 'TRANSFER',
  }));
}
