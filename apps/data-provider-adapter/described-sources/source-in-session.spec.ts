import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Gateway, manifestOf } from '../spec-support/gateway-under-test.ts';
import { Manager } from '../spec-support/manager-under-test.ts';
import { type ProviderUnderTest, startProvider } from '../spec-support/provider-under-test.ts';
import { mara, transaction } from '../spec-support/sample-source-under-test.ts';
import { always, transactionSchema, transactionType } from '../spec-support/statements-under-test.ts';
import { restDescription } from './rest-description.ts';
import { RestSource } from './rest-source.ts';

/** What becomes of each account in the bank's own service. */
const service = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bank.example');
  const account = pathname.slice(1);
  const isSecond = searchParams.get('after') !== null;
  const page = { items: [{ account, booking: transaction(isSecond ? 2 : 1) }], ...(isSecond ? {} : { next: 'x' }) };
  if (account === '0002' && isSecond) return void response.writeHead(200).write('{"items":[');
  if (account === '0003') return void response.writeHead(500).end();
  if (account === '0004') return void response.writeHead(302, { location: '/0001' }).end();
  response.end(JSON.stringify(account === '0005' ? { ...page, items: [{ account: '0001', booking: {} }] } : page));
});

let world: ProviderUnderTest;
let source: RestSource;

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const type = {
    schema: transactionSchema,
    path: '/{key}',
    items: 'items',
    owner: 'account',
    record: 'booking',
    paging: { by: 'cursor', parameter: 'after', at: 'next' },
  };
  source = await RestSource.open(
    restDescription.parse({
      kind: 'rest',
      baseUrl: await listen(service),
      accounts: { path: '/', account: 'account' },
      dataTypes: { [transactionType]: type },
    }),
  );
  world = await startProvider({ ACCOUNT_TIMEOUT_SECONDS: '1', SESSION_ANSWER_WAIT_MILLISECONDS: '10000' });
  for (const accountKey of ['0001', '0002', '0003', '0004', '0005', '0006']) {
    world.source.addAccount(accountKey, mara, (signal) =>
      source.readRecords({ accountKey, dataType: transactionType, ...always, signal }),
    );
  }
});
afterAll(async () => {
  await world.stop();
  await source.close();
  service.closeAllConnections();
  service.close();
});

it('a source that is slow, fails or misbehaves for an account costs the session that account alone', async () => {
  const manager = new Manager(world);
  const gateway = await Gateway.create(world, manager);
  const held = await gateway.open(await manager.issue(await manager.link(mara)));
  const manifest = await manifestOf(held.answer);
  expect(manifest.state).toBe('PARTIAL');
  expect(
    manifest.accounts.map(({ label, outcome, reason, records: [type] }) => [
      label?.slice(-4),
      outcome,
      type?.delivered,
      reason,
    ]),
  ).toEqual([
    ['0001', 'DELIVERED', 2, undefined],
    ['0002', 'TIMEOUT', 1, 'The institution’s system did not answer in time.'],
    ['0003', 'TIMEOUT', 0, 'The institution’s system could not be read.'],
    ['0004', 'TIMEOUT', 0, 'The institution’s system could not be read.'],
    ['0005', 'TIMEOUT', 0, 'The institution’s system could not be read.'],
    ['0006', 'DELIVERED', 2, undefined],
  ]);
  const lines = await gateway.read(held, manifest.parts.length);
  expect(lines.map(({ record }) => record)).toHaveLength(5);
});
