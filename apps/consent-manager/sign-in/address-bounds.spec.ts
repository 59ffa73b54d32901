import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRole } from '#platform';
import { consentManagerRole } from '../consent-manager.role.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { answerOf, newestCode } from '../spec-support/person-under-test.ts';

let world: ManagerUnderTest;
const bounds = { CODES_PER_CLIENT_ADDRESS_PER_HOUR: '6', WRONG_CODES_PER_CLIENT_ADDRESS_PER_HOUR: '3' };

beforeAll(async () => {
  world = await startManager({ ...bounds, TRUSTED_PROXY_COUNT: '1' });
});

afterAll(() => world.stop());

/** As the one proxy in front says where a call came from. */
async function post(from: string, path: string, body: object, url = world.url) {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.99, ${from}` };
  return answerOf(await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

let people = 0;
async function begin(from: string) {
  people += 1;
  const value = `person-${people}@mail.example`;
  const { status, json, headers } = await post(from, '/sign-in/codes', { contact: { kind: 'email', value } });
  return { status, json, headers, value };
}

const wrong = (code: string) => `${(Number(code) + 1) % 1_000_000}`.padStart(6, '0');

describe('one address', () => {
  it('has so many codes sent in an hour, to whomever and on whichever replica; another address is not held back', async () => {
    world.clock.advance(3601 - ((Date.parse(world.clock.now()) / 1000) % 3600));
    const statuses = await Promise.all(Array.from({ length: 9 }, () => begin('192.0.2.1')));
    expect(statuses.map(({ status }) => status).sort()).toEqual([...Array(6).fill(202), ...Array(3).fill(429)]);
    const refused = statuses.find(({ status }) => status === 429);
    expect(refused?.json).toMatchObject({ code: 'too-many-requests', detail: 'codes from this address' });
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(3500);
    expect((await begin('192.0.2.2')).status).toBe(202);

    const replica = await startRole(consentManagerRole, { ...world.settings, PORT: '0' }, { clock: world.clock });
    try {
      const contact = { kind: 'email', value: 'replica@mail.example' };
      expect((await post('192.0.2.1', '/sign-in/codes', { contact }, replica.url)).status).toBe(429);
    } finally {
      await replica.stop();
    }
    world.clock.advance(3600);
    expect((await begin('192.0.2.1')).status).toBe(202);
  });

  it('is one whole /64 of IPv6', async () => {
    const sent = [];
    for (const host of [1, 2, 3, 4, 5, 6, 7]) sent.push((await begin(`2001:db8:1:2::${host}`)).status);
    expect(sent).toEqual([...Array(6).fill(202), 429]);
    expect((await begin('2001:db8:1:3::1')).status).toBe(202);
  });

  it('names so many wrong codes in an hour, whoever they are for; right ones do not count', async () => {
    const from = '192.0.2.3';
    const asked = await Promise.all(['192.0.2.11', '192.0.2.12', '192.0.2.13'].map((other) => begin(other)));
    const attempts = await Promise.all(
      asked.map(async ({ json, value }) => ({
        signInId: json.signInId as string,
        code: await newestCode(world.outbox, value),
      })),
    );
    const [first, second, third] = attempts;
    if (first === undefined || second === undefined || third === undefined) throw new Error('nothing was sent');
    expect((await post(from, '/sign-in/sessions', first)).status).toBe(201);
    const guesses = [second, second, third, third, third].map(({ signInId, code }) =>
      post(from, '/sign-in/sessions', { signInId, code: wrong(code) }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([403, 403, 403, 429, 429]);
    expect((await post(from, '/sign-in/sessions', second)).status).toBe(429);
    expect((await post('192.0.2.4', '/sign-in/sessions', second)).status).toBe(201);
  });
});

it('the code stands in the text of the message, not in its subject', async () => {
  const { readdir, readFile } = await import('node:fs/promises');
  const names = (await readdir(world.outbox)).filter((name) => name.endsWith('.json'));
  for (const name of names) {
    const { subject, text } = JSON.parse(await readFile(`${world.outbox}/${name}`, 'utf8'));
    expect(subject).not.toMatch(/\d/);
    expect(text).toMatch(/^\d{6} is your code/);
  }
  expect(names.length).toBeGreaterThan(5);
});
