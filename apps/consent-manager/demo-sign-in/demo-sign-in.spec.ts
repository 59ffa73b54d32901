import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';

const demo = { DEMO_SIGN_IN: 'on', DEMO_PERSON_EMAIL: 'asha.raman@mail.example' };
const own = { 'sec-fetch-site': 'same-origin' };
let manager: ManagerUnderTest;
let production: ManagerUnderTest;
beforeAll(async () => {
  [manager, production] = await Promise.all([
    startManager(demo),
    startManager({ DEMO_PERSON_EMAIL: demo.DEMO_PERSON_EMAIL }),
  ]);
});
afterAll(() => Promise.all([manager.stop(), production.stop()]));

const ask = (of: ManagerUnderTest, headers: Record<string, string>) =>
  fetch(`${of.url}/sign-in/demo`, { method: 'POST', headers });

const read = (answer: Response) => answer.json() as Promise<{ principal: string }>;

it('opens a session for the person of the demo, each time the same, in a cookie alone', async () => {
  const [first, second] = [await ask(manager, own), await ask(manager, own)];
  const [one, other] = [await read(first), await read(second)];
  expect([first.status, one]).toEqual([201, { principal: expect.any(String), expiresAt: expect.any(String) }]);
  expect(other.principal).toBe(one.principal);
  const token = /^assent-consent-manager-\d+=([\w-]{43});.*HttpOnly; SameSite=Strict$/.exec(
    first.headers.get('set-cookie') ?? '',
  )?.[1];
  const me = await fetch(`${manager.url}/me`, {
    headers: { cookie: `assent-consent-manager-${new URL(manager.url).port}=${token}` },
  });
  expect(await me.json()).toMatchObject({ principal: one.principal, sessionMethod: 'demo' });
});

it('is refused to pages of others', async () => {
  const answer = await ask(manager, { 'sec-fetch-site': 'cross-site' });
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
});

it('is not there where the switch is off', async () => {
  expect((await ask(production, own)).status).toBe(404);
});
