import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askConsent } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { PasskeyUnderTest } from '../spec-support/passkey-under-test.ts';
import { type Answer, Person } from '../spec-support/person-under-test.ts';

let world: ManagerUnderTest;

beforeAll(async () => {
  world = await startManager();
});

afterAll(() => world.stop());

const acts = ['make', 'remove', 'codes', 'rule', 'approve', 'sign', 'reject'] as const;
const sessions = ['code, no passkey', 'code', 'code, long ago', 'recovery', 'passkey', 'passkey, long ago'] as const;

/** What she may do, by how she signed in and whether she has a passkey: `fresh` and `passkey` say what it takes. */
const policy = `
                       make     remove   codes    rule     approve  sign     reject
  code, no passkey     yes      -        yes      yes      yes      -        yes
  code                 passkey  passkey  passkey  passkey  passkey  yes      yes
  code, long ago       passkey  fresh    passkey  fresh    passkey  yes      yes
  recovery             yes      yes      yes      passkey  passkey  yes      yes
  passkey              yes      yes      yes      yes      passkey  yes      yes
  passkey, long ago    yes      fresh    yes      fresh    passkey  yes      yes`;

const words: Readonly<Record<string, string>> = { 'sign-in-not-fresh': 'fresh', 'passkey-required': 'passkey' };
const wordOf = ({ status, json }: Answer) => (status < 300 ? 'yes' : (words[json.code] ?? json.code));

async function signedIn(how: (typeof sessions)[number]): Promise<{ person: Person; passkey?: PasskeyUnderTest }> {
  const name = `p-${uuidv7()}`;
  world.counterparts.accounts.set(world.bank.id, [{ linkId: uuidv7(), label: 'S', dataTypes: ['bank.transaction'] }]);
  const person = await Person.signIn(world, name);
  await person.link(world.bank.id);
  if (how === 'code, no passkey') return { person };
  const passkey = await PasskeyUnderTest.make(world, person);
  const as = (token: string) => Object.assign(new Person(world, person.email), { token, principal: person.principal });
  if (how === 'recovery') {
    const [recoveryCode] = (await person.post('/me/recovery-codes')).json.codes;
    const recovery = { principal: person.principal, recoveryCode };
    return { person: as((await person.post('/sign-in/recovery', recovery)).json.token), passkey };
  }
  const fresh = how.startsWith('code') ? await Person.signIn(world, name) : as((await passkey.signIn()).json.token);
  if (how.endsWith('long ago')) world.clock.advance(901);
  return { person: fresh, passkey };
}

async function outcomeOf(act: (typeof acts)[number], how: (typeof sessions)[number]): Promise<string> {
  const { person, passkey } = await signedIn(how);
  const request = async () => `/me/consent-requests/${await askConsent(world, person.principal)}`;
  if (act === 'make') return wordOf(await new PasskeyUnderTest(world, person).makeAs('Another'));
  if (act === 'codes') return wordOf(await person.post('/me/recovery-codes'));
  if (act === 'approve') return wordOf(await person.post(`${await request()}/approve`, {}));
  if (act === 'reject') return wordOf(await person.post(`${await request()}/reject`, {}));
  if (act === 'rule') {
    const rule = { kind: 'approve-renewal', withinDays: 30, mostUses: 1, longestDataLife: 'P30D' };
    return wordOf(await person.post('/me/standing-choices', { name: 'Go on', rule }));
  }
  if (passkey === undefined) return '-';
  if (act === 'remove') return wordOf(await person.delete(`/me/passkeys/${passkey.id}`));
  const path = await request();
  const signed = await passkey.sign(await person.post(`${path}/approval`, {}));
  return wordOf(await person.post(`${path}/approve`, signed));
}

describe('what she may do', () => {
  const rows = policy.split('\n').slice(2);
  it.each(sessions.map((how, n) => [how, rows[n]?.trim() ?? '']))('signed in by %s: %s', async (how, row) => {
    const found = [];
    for (const act of acts) found.push(await outcomeOf(act, how as (typeof sessions)[number]));
    expect([how.padEnd(20), ...found.map((word) => word.padEnd(8))].join(' ').trim()).toBe(row);
  });
});
