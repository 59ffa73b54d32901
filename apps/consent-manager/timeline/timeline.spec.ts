import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askConsent, giveConsent } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';

let world: ManagerUnderTest;
let asha: Person;

beforeAll(async () => {
  world = await startManager();
  world.counterparts.accounts.set(world.bank.id, [
    { linkId: uuidv7(), label: 'Savings', dataTypes: ['bank.transaction'] },
  ]);
  asha = await Person.signIn(world, 'asha');
  await asha.link(world.bank.id);
  const { id } = await giveConsent(world, asha);
  world.clock.advance(60);
  await askConsent(world, asha.principal, {}, world.shop);
  await asha.post(`/me/consents/${id}/revoke`, {});
});

afterAll(() => world.stop());

const kinds = async (query: Record<string, string>) => {
  const { json } = await asha.get(`/me/timeline?${new URLSearchParams(query)}`);
  return json.entries.map(({ kind }: { kind: string }) => kind);
};

describe('the timeline, asked for a part of it', () => {
  it('tells what is about one thing; an approval is about the request and about the consent', async () => {
    expect(await kinds({ kind: 'consent' })).toEqual(['consent.revoked', 'consent-request.approved']);
    expect(await kinds({ kind: 'consent-request' })).toEqual([
      'consent-request.received',
      'consent-request.approved',
      'consent-request.received',
    ]);
    expect(await kinds({ kind: 'account-link' })).toEqual(['account.linked']);
  });

  it('tells what one participant had to do with, and what was in one time', async () => {
    expect(await kinds({ participant: world.shop.id })).toEqual(['consent-request.received']);
    const from = new Date(Date.parse(world.clock.now()) - 30_000).toISOString();
    expect(await kinds({ from })).toEqual(['consent.revoked', 'consent-request.received']);
    expect(await kinds({ to: from, kind: 'consent' })).toEqual(['consent-request.approved']);
  });

  it('tells what happened under one consent', async () => {
    const [{ facts }] = (await asha.get('/me/timeline?kind=consent')).json.entries;
    expect(await kinds({ consent: facts.consentId })).toEqual(['consent.revoked', 'consent-request.approved']);
    expect(await kinds({ consent: uuidv7() })).toEqual([]);
  });

  it('goes on page by page', async () => {
    const first = (await asha.get('/me/timeline?kind=consent-request&limit=2')).json;
    const second = (await asha.get(`/me/timeline?kind=consent-request&limit=2&before=${first.next}`)).json;
    expect([first.entries.length, second.entries.length, second.next]).toEqual([2, 1, null]);
  });

  it('takes no kind that there is not', async () => {
    expect((await asha.get('/me/timeline?kind=gossip')).status).toBe(400);
  });
});
