import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database, sql } from '#platform';
import { eventually, OperatorClient } from '#testing';
import { ExpireRequests } from '../consent-requests/expire-requests.ts';
import { askConsent, giveConsent } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';
import { CountClosedDays } from './count-closed-days.ts';
import { RequestFunnel } from './funnel.ts';
import { RequestCountStore } from './request-count-store.ts';

let world: ManagerUnderTest;
let viewer: OperatorClient;
let asha: Person;
const handles: string[] = [];

beforeAll(async () => {
  world = await startManager();
  const dataTypes = ['bank.transaction', 'bank.account-summary'];
  world.counterparts.accounts.set(world.bank.id, [{ linkId: uuidv7(), label: 'Savings', dataTypes }]);
  asha = await Person.signIn(world, 'asha');
  await asha.link(world.bank.id);
  for (const decision of [{}, { narrowing: { dataLife: 'P1D' } }]) {
    handles.push((await giveConsent(world, asha, {}, decision)).handle);
  }
  const rejected = await askConsent(world, asha.principal);
  world.clock.advance(100);
  await asha.post(`/me/consent-requests/${rejected}/reject`, { reason: 'not-trusted' });
  handles.push(rejected, await askConsent(world, asha.principal), await askConsent(world, 'nobody@consent.example'));
  viewer = await OperatorClient.join(world.manager, 'Vera', 'viewer');
});
afterAll(() => world.stop());

describe('the funnel', () => {
  it('counts what became of requests by the day they were asked on, and how long deciding took', async () => {
    const { json } = await viewer.get('/operator/funnel?days=7');
    const counts = { asked: 5, approved: 2, narrowed: 1, rejected: 1, expired: 0, pending: 2 };
    expect(json.total).toMatchObject(counts);
    expect(json.total.p50).toBeLessThan(50);
    expect(json.total.p95).toBeGreaterThan(50);
    expect(json.days.map(({ day }: { day: string }) => day)).toEqual([world.clock.now().slice(0, 10)]);
  });

  it('counts those that nobody decided as expired', async () => {
    world.clock.advance(90_000);
    await world.part(ExpireRequests).sweep();
    const signedIn = await viewer.signIn();
    expect(signedIn.status).toBe(201);
    const { json } = await viewer.get('/operator/funnel?days=30');
    expect(json.total).toMatchObject({ asked: 5, expired: 2, pending: 0 });
  });

  it('says the same once the days of which nothing waits are counted, and reads their requests no more', async () => {
    const before = await world.part(RequestFunnel).read(31);
    await world.part(CountClosedDays).sweep();
    const kept = await world.part(RequestCountStore).listKept('2020-01-01');
    const asked = kept.filter(({ counts }) => counts.asked > 0);
    expect(asked).toEqual([{ day: before.days[0]?.day, counts: expect.objectContaining({ asked: 5, pending: 0 }) }]);
    await world
      .part(Database)
      .read(sql('test-forget', `DELETE FROM consent_requests WHERE principal_id IS NULL AND state = 'EXPIRED'`));
    expect(await world.part(RequestFunnel).read(32)).toEqual(before);
  });

  it('does not count a day once of which a request still waits, nor today', async () => {
    const today = world.clock.now().slice(0, 10);
    await askConsent(world, asha.principal);
    await world.part(CountClosedDays).sweep();
    world.clock.advance(80_000);
    await world.part(CountClosedDays).sweep();
    const days = async () => (await world.part(RequestCountStore).listKept(today)).map(({ day }) => day);
    expect(await days()).not.toContain(today);
    world.clock.advance(10_000);
    await world.part(ExpireRequests).sweep();
    await world.part(CountClosedDays).sweep();
    expect(await days()).toContain(today);
    expect((await world.part(RequestFunnel).read(33)).total).toMatchObject({ asked: 6, expired: 3, pending: 0 });
    expect((await viewer.signIn()).status).toBe(201);
  });

  it.each(['0', '91', '-1', 'x', ''])('of %s days is refused', async (days) => {
    expect((await viewer.get(`/operator/funnel?days=${days}`)).json.code).toBe('schema-mismatch');
  });
});

it('how events arrive is told by counterpart', async () => {
  const { arrived, ...health } = await eventually(async () => {
    const { json } = await viewer.get('/operator/delivery-health');
    const found = json.counterparts.find(({ receiver }: { receiver: string }) => receiver === world.lender.id);
    return found?.arrived.events > 0 ? found : undefined;
  });
  expect(health).toMatchObject({ name: 'The lender', dead: 0 });
  expect(arrived).toMatchObject({ events: expect.any(Number), p50: expect.any(Number), p95: expect.any(Number) });
});

it('nothing that an operator sees names a person, a request or what was asked', async () => {
  const paths = ['overview', 'trail', 'keys', 'events', 'deliveries', 'funnel', 'delivery-health', 'me'];
  const seen = await Promise.all(
    paths.map(async (path) => JSON.stringify((await viewer.get(`/operator/${path}`)).json)),
  );
  for (const secret of [asha.principal, 'asha', asha.email, 'I would rather not', 'Savings', ...handles]) {
    expect(seen.filter((text) => text.includes(secret))).toEqual([]);
  }
});
