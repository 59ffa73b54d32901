import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSeconds, type ConsentTerms, tellStory } from '#domain';
import { StoryStore } from '#platform';
import { sha256Base64url } from '#protocol';
import { Gateway, type OpenOptions, problemOf } from '../spec-support/gateway-under-test.ts';
import { Manager } from '../spec-support/manager-under-test.ts';
import { type ProviderUnderTest, startProvider } from '../spec-support/provider-under-test.ts';
import { mara, transactions } from '../spec-support/sample-source-under-test.ts';

let world: ProviderUnderTest;
let manager: Manager;
let gateway: Gateway;
let accounts: string[];

beforeAll(async () => {
  world = await startProvider({ ARTEFACT_FETCH_TIMEOUT_MILLISECONDS: '300' });
  manager = new Manager(world);
  gateway = await Gateway.create(world, manager);
  world.source.addAccount('0001', mara, () => transactions(2));
  accounts = await manager.link(mara);
});
afterAll(() => world.stop());

interface Row {
  readonly terms?: () => Partial<ConsentTerms>;
  readonly accounts?: () => string[];
  readonly open?: () => OpenOptions;
  readonly is: readonly [status: number, code: string];
}

const ago = (seconds: number) => addSeconds(world.clock.now(), -seconds);
const range = { from: '2026-01-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' };
const lowOrder = { kty: 'OKP' as const, crv: 'X25519' as const, x: 'A'.repeat(43) };

const table: Record<string, Row> = {
  'a message not signed by the data user of the token': {
    open: () => ({ as: 'manager' }),
    is: [403, 'role-not-allowed'],
  },
  'a token for another data provider': {
    open: () => ({ token: { audience: 'https://other.example' } }),
    is: [401, 'access-token-invalid'],
  },
  'a token that is none': { open: () => ({ accessToken: 'a.b.c' }), is: [401, 'access-token-invalid'] },
  'a token that names another data user': {
    open: () => ({ authorization: { dataUser: 'https://other.example' } }),
    is: [401, 'access-token-invalid'],
  },
  'a token for another session': {
    open: () => ({ authorization: { sessionId: uuidv7() } }),
    is: [401, 'access-token-invalid'],
  },
  'a token for another version of the artefact': {
    open: () => ({ authorization: { artefactDigest: sha256Base64url('another') } }),
    is: [401, 'access-token-invalid'],
  },
  'a message bound to another token': {
    open: () => ({ message: { ath: sha256Base64url('another') } }),
    is: [401, 'access-token-invalid'],
  },
  'a message bound to another DPoP key': {
    open: () => ({ message: { jkt: sha256Base64url('another') } }),
    is: [401, 'proof-of-possession-invalid'],
  },
  'a recipient key of low order': {
    open: () => ({ message: { recipientKey: lowOrder } }),
    is: [400, 'recipient-key-invalid'],
  },
  'an artefact that is nowhere': {
    open: () => ({ authorization: { artefactId: uuidv7() } }),
    is: [503, 'artefact-not-here-yet'],
  },
  'a consent that has not begun': {
    terms: () => ({ consentPeriod: { start: ago(-3600), expiry: ago(-7200) } }),
    is: [403, 'consent-not-started'],
  },
  'a consent that has expired': {
    terms: () => ({ consentPeriod: { start: ago(7200), expiry: ago(3600) } }),
    is: [403, 'consent-expired'],
  },
  'a data type that is not consented': {
    open: () => ({ authorization: { dataTypes: [{ type: 'bank.account-summary' }] } }),
    is: [403, 'data-type-not-consented'],
  },
  'a narrowed consent asked in full': {
    terms: () => ({ dataTypes: [{ type: 'bank.transaction', fields: ['amount'] }] }),
    open: () => ({ authorization: { dataTypes: [{ type: 'bank.transaction' }] } }),
    is: [403, 'field-not-consented'],
  },
  'a range that reaches outside the consent': {
    open: () => ({ authorization: { dataRange: { ...range, from: '2025-12-31T00:00:00.000Z' } } }),
    is: [403, 'data-range-not-consented'],
  },
  'a data request of yesterday': {
    open: () => ({ authorization: { requestedAt: ago(86_401) } }),
    is: [403, 'use-lapsed'],
  },
  'an account the manager never linked': { accounts: () => [uuidv7()], is: [403, 'account-not-linked'] },
  'one linked account and one that is not': {
    accounts: () => [...accounts, uuidv7()],
    is: [403, 'account-not-linked'],
  },
};

describe('a data session is refused for', () => {
  it.each(Object.entries(table))('%s', async (_, { terms, accounts: which, open, is: [status, code] }) => {
    const consent = await manager.issue(which?.() ?? accounts, terms?.());
    const { answer } = await gateway.open(consent, open?.());
    expect(await problemOf(answer)).toEqual({ status, code });
    expect(await world.query('SELECT id FROM data_sessions')).toEqual([]);
  });

  it('its story, which tells why and what next, also at this provider', async () => {
    const consent = await manager.issue(accounts, { consentPeriod: { start: ago(7200), expiry: ago(3600) } });
    const { sessionId, answer } = await gateway.open(consent);
    expect((await problemOf(answer)).code).toBe('consent-expired');
    const facts = (await world.provider.app.get(StoryStore, { strict: false }).find(sessionId)) ?? [];
    const steps = tellStory(facts, { as: 'data-provider', nameOf: (of) => of });
    expect(steps.map(({ step }) => step)).toEqual(['data-asked', 'data-refused']);
    expect(steps[1]).toMatchObject({ who: 'you', failure: { code: 'consent-expired', retry: 'never' } });
  });

  it('a token that has expired', async () => {
    const consent = await manager.issue(accounts);
    const sessionId = uuidv7();
    const accessToken = await manager.authorise(consent, gateway.dpop.kid, { sessionId });
    world.clock.advance(120 + 61);
    const { answer } = await gateway.open(consent, { sessionId, accessToken });
    expect(await problemOf(answer)).toEqual({ status: 401, code: 'access-token-invalid' });
  });

  it('a token in other hands: its key is not the one that proves', async () => {
    const consent = await manager.issue(accounts);
    const sessionId = uuidv7();
    const accessToken = await manager.authorise(consent, sha256Base64url('another key'), { sessionId });
    const { answer } = await gateway.open(consent, { sessionId, accessToken });
    expect(await problemOf(answer)).toEqual({ status: 401, code: 'proof-of-possession-invalid' });
  });

  it('a data user that is not listed as active any more', async () => {
    const consent = await manager.issue(accounts);
    const before = world.registry.participants;
    world.registry.participants = before.map((participant) =>
      participant.id === 'https://lender.example' ? { ...participant, status: 'suspended' as const } : participant,
    );
    await world.relist();
    const { answer } = await gateway.open(consent);
    expect((await problemOf(answer)).status).toBe(401);
    world.registry.participants = before;
    await world.relist();
  });

  it('the manager signing for the data user, and any token another manager made of it', async () => {
    const consent = await manager.issue(accounts);
    const accessToken = await manager.authorise(consent, gateway.dpop.kid, {}, { audience: 'https://bank.example' });
    const forged = `${accessToken.slice(0, -4)}AAAA`;
    const { answer } = await gateway.open(consent, { accessToken: forged });
    expect((await problemOf(answer)).code).toBe('access-token-invalid');
  });
});
