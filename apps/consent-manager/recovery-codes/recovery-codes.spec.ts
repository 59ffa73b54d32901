import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { PasskeyUnderTest } from '../spec-support/passkey-under-test.ts';
import { type Answer, answerOf, Person } from '../spec-support/person-under-test.ts';
import { newRecoveryCode, recoveryCode } from './recovery-code.ts';

let world: ManagerUnderTest;

beforeAll(async () => {
  world = await startManager({ WRONG_CODES_PER_CLIENT_ADDRESS_PER_HOUR: '5', TRUSTED_PROXY_COUNT: '1' });
});

afterAll(() => world.stop());

let places = 0;

async function recover(principal: string, code: string, from = `192.0.2.${places++ % 250}`): Promise<Answer> {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': from };
  const body = JSON.stringify({ principal, recoveryCode: code });
  return answerOf(await fetch(`${world.url}/sign-in/recovery`, { method: 'POST', headers, body }));
}

async function codesOf(person: Person): Promise<string[]> {
  const { json, status, text } = await person.post('/me/recovery-codes');
  if (status !== 201) throw new Error(text);
  return json.codes;
}

const outcomeOf = ({ status, json }: Answer) => (status < 300 ? status : json.code);

describe('recovery codes', () => {
  it('are ten, each of 80 random bits, and shown once', async () => {
    const asha = await Person.signIn(world, 'asha');
    expect((await asha.get('/me/recovery-codes')).json).toEqual({ left: 0, madeAt: null });
    const codes = await codesOf(asha);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const counted = await asha.get('/me/recovery-codes');
    expect(counted.json).toEqual({ left: 10, madeAt: expect.any(String) });
    expect(counted.text).not.toContain(codes[0]);
  });

  it('let her in once each, and let her put another passkey in place of what she lost', async () => {
    const asha = await Person.signIn(world, 'lost');
    const lost = await PasskeyUnderTest.make(world, asha);
    const [code = ''] = await codesOf(asha);
    const opened = await recover(asha.principal, code.toLowerCase().replaceAll('-', ' '));
    expect(opened.status, opened.text).toBe(201);
    const again = Object.assign(new Person(world, asha.email), { token: opened.json.token });
    expect((await again.get('/me')).json).toMatchObject({ sessionMethod: 'recovery-code', hasPasskey: true });
    expect((await again.get('/me/recovery-codes')).json.left).toBe(9);
    expect(outcomeOf(await recover(asha.principal, code))).toBe('code-wrong-or-expired');
    expect(outcomeOf(await again.delete(`/me/passkeys/${lost.id}`))).toBe(204);
    await PasskeyUnderTest.make(world, again, 'New phone');
    expect(await again.timeline()).toContain('recovery-code.used');
  });

  it('from before do not count once new ones are made', async () => {
    const asha = await Person.signIn(world, 'again');
    const [old = ''] = await codesOf(asha);
    const [fresh = ''] = await codesOf(asha);
    expect(outcomeOf(await recover(asha.principal, old))).toBe('code-wrong-or-expired');
    expect(outcomeOf(await recover(asha.principal, fresh))).toBe(201);
  });

  it('are hers alone, and answered alike for a person who is not here', async () => {
    const [asha, ravi] = [await Person.signIn(world, 'hers'), await Person.signIn(world, 'his')];
    const [code = ''] = await codesOf(asha);
    const [his, nobodys] = [await recover(ravi.principal, code), await recover('nobody@consent.example', code)];
    expect([his.status, his.text]).toEqual([nobodys.status, nobodys.text]);
    expect(his.json.code).toBe('code-wrong-or-expired');
  });

  it('are tried from one place so often in an hour, and for one person from all places', async () => {
    const asha = await Person.signIn(world, 'tried');
    const [code = ''] = await codesOf(asha);
    world.clock.advance(3601 - ((Date.parse(world.clock.now()) / 1000) % 3600));
    const outcomes = [];
    for (let time = 0; time < 6; time++)
      outcomes.push(outcomeOf(await recover(`person-${time}@consent.example`, newRecoveryCode(), '198.51.100.1')));
    expect(outcomes).toEqual([...Array(5).fill('code-wrong-or-expired'), 'too-many-requests']);
    for (let time = 0; time < 20; time++) await recover(asha.principal, newRecoveryCode());
    expect(outcomeOf(await recover(asha.principal, code))).toBe('too-many-requests');
    world.clock.advance(3600);
    expect(outcomeOf(await recover(asha.principal, code))).toBe(201);
  });
});

it.each([
  ['0123-4567-89AB-CDEF', '0123-4567-89AB-CDEF'],
  ['o123 4567 89ab cdef', '0123-4567-89AB-CDEF'],
  ['OIL34567 89abcdef', '0113-4567-89AB-CDEF'],
  ['0123-4567-89AB-CDE', undefined],
  ['0123-4567-89AB-CDEU', undefined],
])('%s is read as %s', (written, read) => {
  expect(recoveryCode.safeParse(written).data).toBe(read);
});
