import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, OperatorClient } from '#testing';
import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';
import { RefusalCounts } from '../refusals/refusal-counts.ts';
import { Gateway, type HeldSession } from '../spec-support/gateway-under-test.ts';
import { Manager } from '../spec-support/manager-under-test.ts';
import { type ProviderUnderTest, startProvider } from '../spec-support/provider-under-test.ts';
import { mara, olek, transaction, transactions } from '../spec-support/sample-source-under-test.ts';

let world: ProviderUnderTest;
let viewer: OperatorClient;
let operator: OperatorClient;
let gateway: Gateway;
const held: HeldSession[] = [];

beforeAll(async () => {
  world = await startProvider({ ACCOUNT_TIMEOUT_SECONDS: '1', SESSION_ANSWER_WAIT_MILLISECONDS: '3000' });
  const manager = new Manager(world);
  gateway = await Gateway.create(world, manager);
  world.source.addAccount('0001', mara, () => transactions(40));
  world.source.addAccount('0002', olek, () => {
    throw new RecordSourceUnavailable('unreachable');
  });
  for (const person of [mara, mara, olek]) {
    held.push(await gateway.open(await manager.issue(await manager.link(person))));
  }
  viewer = await OperatorClient.join(world.provider, 'Vera', 'viewer');
  operator = await OperatorClient.join(world.provider, 'Otto', 'operator');
});
afterAll(() => world.stop());

describe('an operator of a data provider sees', () => {
  it('the record source, when it last gave records and when it failed', async () => {
    const { json } = await eventually(async () => {
      const answer = await viewer.get('/operator/record-sources');
      return answer.json.reads[0]?.failedAt && answer.json.reads[0]?.readAt ? answer : undefined;
    });
    expect(json).toMatchObject({
      kind: 'generated-statements',
      reads: [
        {
          source: 'generated-statements',
          dataType: 'bank.transaction',
          readAt: expect.any(String),
          failedAt: expect.any(String),
          failure: 'unreachable',
        },
      ],
    });
  });

  it('what is held, with the schema of each type', async () => {
    const { dataTypes } = (await viewer.get('/operator/data-types')).json;
    expect(dataTypes[0]).toMatchObject({ type: 'bank.transaction', schema: { type: 'object' } });
    expect(dataTypes[0].fields).toContain('amount');
  });

  it('sessions newest first, page by page, with their story and without whom they are about', async () => {
    const first = (await viewer.get('/operator/data-sessions?limit=2')).json;
    const second = (await viewer.get(`/operator/data-sessions?limit=2&after=${first.next}`)).json;
    const all = [...first.dataSessions, ...second.dataSessions];
    const ids = held.map(({ sessionId }) => sessionId);
    expect(all.map(({ sessionId }: { sessionId: string }) => sessionId).sort()).toEqual([...ids].sort());
    expect(second.next).toBeNull();
    const whole = all.find(({ sessionId }: { sessionId: string }) => sessionId === ids[0]);
    expect(whole).toMatchObject({ state: 'COMPLETED', dataTypes: ['bank.transaction'], records: 40, parts: 1 });
    const story = (await viewer.get(`/operator/data-sessions/${ids[0]}/story`)).json;
    expect(story.steps.map(({ step }: { step: string }) => step)).toContain('session-sent');
    expect((await viewer.get('/operator/data-sessions?state=live')).json.dataSessions).toEqual([]);
    const strange = '0198c5a0-0000-7000-8000-000000000001';
    expect((await viewer.get(`/operator/data-sessions/${strange}/story`)).json.code).toBe('session-unknown');
  });

  it('refusals by code and day', async () => {
    const path = `/data-sessions/${held[0]?.sessionId}`;
    for (let n = 0; n < 3; n++) expect((await fetch(`${world.url}${path}`)).status).toBe(401);
    const counts = world.provider.app.get(RefusalCounts, { strict: false });
    await counts.write();
    const today = async () => (await viewer.get('/operator/refusals?days=1')).json.refusals;
    const expected = { day: world.clock.now().slice(0, 10), code: 'access-token-invalid', refusals: 3 };
    expect(await today()).toMatchObject([expected]);
    await fetch(`${world.url}${path}`);
    await counts.write();
    expect(await today()).toMatchObject([{ ...expected, refusals: 4 }]);
  });
});

describe('trying the record source', () => {
  it('counts what would leave, shows no value, and is in the audit trail', async () => {
    world.source.hold('0001', 'bank.transaction', () => [transaction(1), { transactionId: 7 }]);
    const accountKey = '0001';
    const { json } = await operator.post('/operator/record-sources/try', { accountKey });
    expect(json.dataTypes[0]).toMatchObject({ dataType: 'bank.transaction', read: 2, leave: 1 });
    expect(json.dataTypes[0].refused.length).toBe(1);
    expect(JSON.stringify(json)).not.toContain('tx-000000001');
    const [row] = (await world.query(
      `SELECT entry FROM (SELECT entry FROM trail_pending UNION ALL SELECT entry FROM trail_entries) AS all_entries
       WHERE entry LIKE '%record-source.tried%'`,
    )) as { entry: string }[];
    expect(JSON.parse(row?.entry ?? '{}')).toMatchObject({ act: 'record-source.tried', operator: operator.id });
    expect(row?.entry).not.toContain(accountKey);
  });

  it('is not for viewers, and not of types that are not held', async () => {
    const ask = { accountKey: '0001', dataType: 'fhir-r4.patient' };
    expect((await viewer.post('/operator/record-sources/try', ask)).json.code).toBe('operator-right-missing');
    expect((await operator.post('/operator/record-sources/try', ask)).json.code).toBe('data-type-unknown');
  });
});
