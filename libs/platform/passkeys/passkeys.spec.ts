import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '#domain';
import { createTestSchema, MovableClock, SoftwareAuthenticator, type TestSchema, type Unlike } from '#testing';
import type { BrowserCall } from '../browser-session/browser-call.ts';
import type { RoleSettings } from '../settings/role-settings.ts';
import type { PasskeyOwner } from './passkey.ts';
import { passkeyAssertion, passkeyMade } from './passkey-forms.ts';
import { PasskeyMaking } from './passkey-making.ts';
import { passkeyEntities, passkeyMigrations } from './passkey-tables.ts';
import { PasskeyUse, type UseAnswer, type UseAsked } from './passkey-use.ts';
import { PostgresPasskeyStore } from './postgres-passkey-store.ts';

const settings = {
  PUBLIC_URL: 'http://127.0.0.1:7401',
  NETWORK_IS_LOCAL: true,
  PARTICIPANT_NAME: 'The manager',
} as RoleSettings;
const origin = 'http://localhost:7401';
const call: BrowserCall = { origin, host: 'localhost:7401', site: 'same-origin', agent: undefined };

let schema: TestSchema;
let clock: MovableClock;
let store: PostgresPasskeyStore;
let making: PasskeyMaking;
let use: PasskeyUse;
let people = 0;

beforeAll(async () => {
  schema = await createTestSchema({ entities: passkeyEntities, migrations: passkeyMigrations });
  clock = new MovableClock();
  store = new PostgresPasskeyStore(schema.database);
  making = new PasskeyMaking(store, clock, settings);
  use = new PasskeyUse(store, clock, settings);
});

afterAll(() => schema.drop());

const someone = (kind: PasskeyOwner['kind'] = 'principal'): PasskeyOwner => ({ kind, id: `person-${people++}` });

async function make(owner: PasskeyOwner, device = new SoftwareAuthenticator(), how: Partial<Unlike> = {}) {
  const { ceremonyId, publicKey } = await making.begin(owner, 'asha@consent.example', call);
  const response = passkeyMade.parse(await device.make(publicKey, { origin, ...how }));
  const answer = { ceremonyId, response, name: 'Phone' };
  const made = await schema.database.transaction((tx) => making.finish(tx, owner, answer));
  return { device, answer, made };
}

async function answer(device: SoftwareAuthenticator, asked: UseAsked, how: Partial<Unlike> = {}) {
  const { ceremonyId, publicKey } = await use.begin(asked, call);
  const response = passkeyAssertion.parse(await device.use(publicKey, { origin, ...how }));
  return { ceremonyId, response, purpose: asked.purpose };
}

const finish = (given: Omit<UseAnswer, 'owner'>, owner: UseAnswer['owner'] = { kind: 'principal' }) =>
  schema.database.transaction((tx) => use.finish(tx, { ...given, owner }));

const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : 'taken');

describe('a passkey', () => {
  it('is made, and signs in who owns it, time and again', async () => {
    const owner = someone();
    const { device, made } = await make(owner);
    expect(made).toMatchObject({ owner, name: 'Phone', counter: 0, transports: ['internal'], lastUsedAt: null });
    for (const counter of [1, 2])
      expect(await finish(await answer(device, { purpose: 'sign-in' }))).toMatchObject({ owner, counter });
    expect(await store.listOf(owner)).toEqual([
      expect.objectContaining({ counter: 2, lastUsedAt: expect.any(String) }),
    ]);
  });

  it.each<[string, Partial<Unlike>]>([
    ['without the person verified', { isUserVerified: false }],
    ['without the person present', { isUserPresent: false }],
    ['at another origin', { origin: 'http://localhost:7402' }],
    ['at an address where the page had a name', { origin: 'http://127.0.0.1:7401' }],
    ['for another relying party', { rpId: 'consent.example' }],
    ['for another challenge', { challenge: 'A'.repeat(43) }],
    ['of another type', { type: 'webauthn.get' }],
  ])('made %s is refused', async (_what, how) => {
    expect(codeOf((await make(someone(), undefined, how)).made)).toBe('passkey-refused');
  });

  it.each<[string, Partial<Unlike>]>([
    ['without the person verified', { isUserVerified: false }],
    ['without the person present', { isUserPresent: false }],
    ['at another origin', { origin: 'https://localhost:7401' }],
    ['in a page inside another', { isCrossOrigin: true }],
    ['for another relying party', { rpId: '127.0.0.1' }],
    ['for another challenge', { challenge: 'A'.repeat(43) }],
    ['as a making', { type: 'webauthn.create' }],
    ['with a counter that went back', { counter: 1 }],
    ['with the handle of someone else', { userHandle: 'A'.repeat(43) }],
  ])('used %s is refused', async (_what, how) => {
    const { device } = await make(someone());
    for (let time = 0; time < 2; time++)
      expect(codeOf(await finish(await answer(device, { purpose: 'sign-in' })))).toBe('taken');
    expect(codeOf(await finish(await answer(device, { purpose: 'sign-in' }, how)))).toBe('passkey-refused');
  });

  it('is made once: the same answer is refused, and so is the same credential for someone else', async () => {
    const { answer: given, made } = await make(someone());
    expect(codeOf(made)).toBe('taken');
    const other = someone();
    const again = await schema.database.transaction((tx) => making.finish(tx, other, given));
    expect(codeOf(again)).toBe('passkey-refused');
  });

  it('that someone else began to make is refused', async () => {
    const { ceremonyId, publicKey } = await making.begin(someone(), 'asha', call);
    const response = passkeyMade.parse(await new SoftwareAuthenticator().make(publicKey, { origin }));
    const given = { ceremonyId, response, name: 'Phone' };
    expect(codeOf(await schema.database.transaction((tx) => making.finish(tx, someone(), given)))).toBe(
      'passkey-refused',
    );
  });

  it('of one who has twenty is one too many', async () => {
    const owner = someone();
    for (let n = 0; n < 20; n++) expect(codeOf((await make(owner)).made)).toBe('taken');
    await expect(making.begin(owner, 'asha', call)).rejects.toMatchObject({ refusal: { code: 'passkeys-too-many' } });
  });
});

describe('a challenge', () => {
  it('is answered once', async () => {
    const { device } = await make(someone());
    const given = await answer(device, { purpose: 'sign-in' });
    expect(codeOf(await finish(given))).toBe('taken');
    expect(codeOf(await finish(given))).toBe('passkey-refused');
  });

  it('is spent by a wrong answer too', async () => {
    const { device } = await make(someone());
    const given = await answer(device, { purpose: 'sign-in' });
    const { response } = await answer(device, { purpose: 'sign-in' });
    expect(codeOf(await finish({ ...given, response }))).toBe('passkey-refused');
    expect(codeOf(await finish(given))).toBe('passkey-refused');
  });

  it('lives five minutes', async () => {
    const { device } = await make(someone());
    const given = await answer(device, { purpose: 'sign-in' });
    clock.advance(300);
    expect(codeOf(await finish(given))).toBe('passkey-refused');
  });

  it('for one purpose serves for no other, and for one owner for no other', async () => {
    const [asha, ravi] = [someone(), someone()];
    const [hers, his] = [await make(asha), await make(ravi)];
    const signIn = await answer(hers.device, { purpose: 'sign-in' });
    expect(codeOf(await finish({ ...signIn, purpose: 'approve' }))).toBe('passkey-refused');
    const asked = await use.begin({ purpose: 'approve', owner: asha }, call);
    const { challenge, rpId = '' } = asked.publicKey;
    const response = passkeyAssertion.parse(await his.device.use({ challenge, rpId }, { origin }));
    expect(codeOf(await finish({ ceremonyId: asked.ceremonyId, purpose: 'approve', response }))).toBe(
      'passkey-refused',
    );
  });

  it('of people is not answered with the passkey of an operator', async () => {
    const { device } = await make(someone('operator'));
    const given = await answer(device, { purpose: 'sign-in' });
    expect(codeOf(await finish(given, { kind: 'principal' }))).toBe('passkey-refused');
    const again = await answer(device, { purpose: 'sign-in' });
    expect(codeOf(await finish(again, { kind: 'operator' }))).toBe('taken');
  });

  it('that was given is checked against what it has to be now', async () => {
    const owner = someone();
    const { device } = await make(owner);
    const challenge = Buffer.alloc(32, 7).toString('base64url');
    const asked: UseAsked = { purpose: 'approve', owner, challenge };
    const other = Buffer.alloc(32, 8).toString('base64url');
    expect(codeOf(await finish({ ...(await answer(device, asked)), challenge: other }, owner))).toBe('passkey-refused');
    expect(codeOf(await finish({ ...(await answer(device, asked)), challenge }, owner))).toBe('taken');
  });

  it('is not made for the page of someone else', async () => {
    const elsewhere = { ...call, origin: 'https://evil.example' };
    await expect(use.begin({ purpose: 'sign-in' }, elsewhere)).rejects.toMatchObject({
      refusal: { code: 'cross-site-call' },
    });
  });
});
