import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataPartFields } from '#protocol';
import { Gateway, manifestOf } from '../spec-support/gateway-under-test.ts';
import { Manager } from '../spec-support/manager-under-test.ts';
import { eventually, type ProviderUnderTest, startProvider } from '../spec-support/provider-under-test.ts';
import { mara, transactions } from '../spec-support/sample-source-under-test.ts';

let world: ProviderUnderTest;
let manager: Manager;
let gateway: Gateway;
let accounts: string[];

beforeAll(async () => {
  world = await startProvider();
  manager = new Manager(world);
  gateway = await Gateway.create(world, manager);
  world.source.addAccount('0001', mara, () => transactions(40));
  accounts = await manager.link(mara);
});
afterAll(() => world.stop());

describe('a data session', () => {
  it('answers with sealed records, a manifest over them, and tells the manager', async () => {
    const consent = await manager.issue(accounts);
    const held = await gateway.open(consent);
    expect(held.answer.status).toBe(201);
    const manifest = await manifestOf(held.answer);
    expect(manifest).toMatchObject({ state: 'COMPLETED', parts: [expect.any(String)] });
    const { statement, lines } = await gateway.part(held, 0);
    expect(statement).toMatchObject<Partial<DataPartFields>>({ n: 0, records: 40, digest: manifest.parts[0] ?? '' });
    expect(lines.split('\n')).toHaveLength(41);
    expect(JSON.parse(lines.split('\n')[0] ?? '')).toMatchObject({
      account: manifest.accounts[0]?.account,
      dataType: 'bank.transaction',
      record: { transactionId: 'tx-000000000' },
    });
    const sent = await eventually(() => world.counterparts.heard('data-session.sent', held.sessionId));
    expect(sent.state).toMatchObject({ served: 40, outcomes: { DELIVERED: 1 } });
  });
});
