import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRole } from '#platform';
import { eventually } from '#testing';
import { consentManagerRole } from '../consent-manager.role.ts';
import { askConsent, giveConsent } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';
import { ChangeStore } from './change-store.ts';

let world: ManagerUnderTest;
let asha: Person;

beforeAll(async () => {
  world = await startManager();
  world.counterparts.accounts.set(world.bank.id, [
    { linkId: uuidv7(), label: 'Savings', dataTypes: ['bank.transaction'] },
  ]);
  asha = await Person.signIn(world, 'asha');
  await asha.link(world.bank.id);
});

afterAll(() => world.stop());

/** A page that looks on. */
async function lookOn(person: Person, url = world.url) {
  const leaving = new AbortController();
  const response = await fetch(`${url}/me/changes`, {
    headers: { authorization: `Bearer ${person.token}` },
    signal: leaving.signal,
  });
  const page = { response, text: '', hasEnded: false, leave: () => leaving.abort() };
  const reading = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) page.text += decoder.decode(chunk as Uint8Array);
  };
  if (response.ok) {
    void reading()
      .catch(() => undefined)
      .finally(() => {
        page.hasEnded = true;
      });
  }
  return page;
}

const told = (page: { text: string }, kind: string) =>
  eventually(async () => (page.text.includes(`event: change\ndata: {"kind":"${kind}"}\n\n`) ? true : undefined));
const ended = (page: { hasEnded: boolean }) => eventually(async () => (page.hasEnded ? true : undefined));

describe('a page that looks on', () => {
  it('hears of what comes, by its kind and nothing more', async () => {
    const page = await lookOn(asha);
    expect(page.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const handle = await askConsent(world, asha.principal);
    await told(page, 'consent-request');
    const consent = await giveConsent(world, asha);
    await told(page, 'consent');
    expect(page.text).not.toMatch(new RegExp(`${handle}|${consent.id}|asha|lender`));
    page.leave();
  });

  it('hears nothing of another person', async () => {
    const ravi = await Person.signIn(world, 'ravi');
    const [mine, theirs] = [await lookOn(asha), await lookOn(ravi)];
    await askConsent(world, asha.principal);
    await told(mine, 'consent-request');
    expect(theirs.text).not.toContain('event: change');
    for (const page of [mine, theirs]) page.leave();
  });

  it('hears of what was done at another replica', async () => {
    const other = await startRole(consentManagerRole, world.settings, { clock: world.clock });
    const page = await lookOn(asha, other.url);
    await askConsent(world, asha.principal);
    await told(page, 'consent-request');
    await other.stop();
    await ended(page);
  });

  it('costs one look into the database, however many look on', async () => {
    const store = world.part(ChangeStore);
    const ravi = await Person.signIn(world, 'ravi');
    const pages = await Promise.all([lookOn(asha), lookOn(asha), lookOn(ravi)]);
    const asked: string[][] = [];
    const newest = store.newest.bind(store);
    store.newest = (people) => {
      asked.push([...people].sort());
      return newest(people);
    };
    await eventually(async () => (asked.length > 0 ? true : undefined));
    expect(asked[0]).toEqual([asha.principal, ravi.principal].sort());
    store.newest = newest;
    for (const page of pages) page.leave();
  });

  it('is cut off when she signs out, or her session is over', async () => {
    const ravi = await Person.signIn(world, 'ravi');
    const page = await lookOn(ravi);
    await ravi.delete('/me/session');
    await ended(page);
    expect((await lookOn(ravi)).response.status).toBe(401);
  });

  it('is one of eight at most', async () => {
    const meera = await Person.signIn(world, 'meera');
    const pages = await Promise.all(Array.from({ length: 8 }, () => lookOn(meera)));
    expect(pages.map(({ response }) => response.status)).toEqual(Array(8).fill(200));
    const refused = await lookOn(meera);
    expect([refused.response.status, await refused.response.json()]).toMatchObject([
      429,
      { code: 'too-many-requests' },
    ]);
    for (const page of pages) page.leave();
    const again = await eventually(async () => {
      const page = await lookOn(meera);
      return page.response.ok ? page : undefined;
    });
    again.leave();
  });
});
