import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDuration, addSeconds, type ConsentTerms } from '#domain';
import type { DeletionReceiptFields } from '#protocol';
import type { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import { ProblemAnswer } from '../../apps/network-node/clients/json-client.ts';
import type { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { getMember } from '../../apps/network-node/network/member.ts';
import { dataUser, grant, loanTerms, signInAndLink } from '../support/grant.ts';
import { asha, startTestNetwork, type TestNetwork } from '../support/test-network.ts';
import { until } from '../support/until.ts';

/** Every way a consent can go, through public APIs, with a clock that the test moves. */
let net: TestNetwork;
let person: PersonClient;
let lender: DataUserClient;
let principal: string;

beforeAll(async () => {
  net = await startTestNetwork({ lender: { ERASURE_SWEEP_SECONDS: '1' } });
  person = await signInAndLink(net, asha);
  lender = dataUser(net);
  principal = (await person.me()).principal;
});
afterAll(async () => {
  await person?.close();
  await lender?.close();
  await net?.stop();
});

const ask = (change: Partial<ConsentTerms> = {}, whom = principal, mayBeNarrowed = true) =>
  lender.ask({
    consentManager: getMember(net.network, 'saathi').id,
    principal: whom,
    terms: loanTerms(net.clock.now(), change),
    notice: { language: 'en', text: 'Please.' },
    mayBeNarrowed,
  });
const granted = (terms: Partial<ConsentTerms> = {}) => grant(net, person, lender, principal, { terms });

async function fetchAll(consentId: string): Promise<number> {
  const { id } = await lender.fetch({ consentId });
  const fetched = await lender.fetched(id, 30);
  if (fetched.refusal !== undefined) throw new ProblemAnswer(403, fetched.refusal.code, '', '');
  expect(fetched.sessions.map(({ state }) => state)).toEqual(['COMPLETED']);
  return count(consentId);
}

async function count(consentId: string): Promise<number> {
  let records = 0;
  for await (const _record of lender.records(consentId)) records += 1;
  return records;
}

const refused = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'passed';
  } catch (error) {
    return error instanceof ProblemAnswer ? error.code : `${error}`;
  }
};

describe('a request', () => {
  it('is shown with who asks, what for, and is decided once', async () => {
    const { handle = '', id } = await ask();
    const shown = await person.request(handle);
    expect(shown).toMatchObject({ state: 'PENDING', dataUser: { name: 'Fairlend' }, mayBeNarrowed: true });
    await person.reject(handle, 'not-needed');
    expect(await lender.asked(id, 20)).toMatchObject({ state: 'REJECTED', reason: 'not-needed' });
    expect(await refused(person.approve(handle))).toBe('request-not-pending');
    expect((await person.requests('PENDING')).requests.map((request) => request.handle)).not.toContain(handle);
  });

  it('approved twice is one consent', async () => {
    const { handle = '' } = await ask();
    const [first, second] = await Promise.all([person.approve(handle), person.approve(handle)]);
    expect(first.id).toBe(second.id);
  });

  it('that must be answered with yes or no cannot be narrowed', async () => {
    const { handle = '' } = await ask({}, principal, false);
    expect(await refused(person.approve(handle, { narrowing: { dataLife: 'P1D' } }))).toBe('narrowing-not-allowed');
    expect((await person.approve(handle)).state).toBe('ACTIVE');
  });

  it('to a person who does not exist looks like any other, and lapses', async () => {
    const real = await ask();
    const ghost = await ask({}, principal.replace(/^[^@]+/, 'nobody-of-that-name'));
    expect(Object.keys(ghost).sort()).toEqual(Object.keys(real).sort());
    net.clock.advance(25 * 3600);
    for (const { id } of [real, ghost]) {
      expect(await until(async () => (await lender.asked(id)).state, 'EXPIRED')).toBe('EXPIRED');
    }
  });
});

describe('a consent', () => {
  it('is paused until a date, and resumes by itself', async () => {
    person = await signInAndLink(net, asha);
    const { consentId, id } = await granted();
    await person.pause(id, addSeconds(net.clock.now(), 600));
    expect(await until(async () => (await lender.consent(consentId)).state, 'PAUSED')).toBe('PAUSED');
    expect(await refused(fetchAll(consentId))).toBe('consent-paused');
    net.clock.advance(601);
    expect(await until(async () => (await person.consent(id)).state, 'ACTIVE')).toBe('ACTIVE');
    expect(await until(async () => (await lender.consent(consentId)).state, 'ACTIVE')).toBe('ACTIVE');
    expect(await fetchAll(consentId)).toBeGreaterThan(0);
  });

  it('expires with its period, everywhere, and stays so', async () => {
    const { consentId, id } = await granted({
      consentPeriod: { start: net.clock.now(), expiry: addDuration(net.clock.now(), 'PT1H') },
    });
    net.clock.advance(3601);
    expect(await refused(fetchAll(consentId))).toBe('consent-expired');
    expect(await until(async () => (await person.consent(id)).state, 'EXPIRED')).toBe('EXPIRED');
    expect(await refused(person.resume(id))).toBe('consent-state-terminal');
  });

  it('ends where the account it rests on is unlinked', async () => {
    const { consentId, id } = await granted();
    for (const link of (await person.accounts()).links) await person.unlink(link.id);
    expect(await until(async () => (await person.consent(id)).state, 'REVOKED')).toBe('REVOKED');
    expect(await refused(fetchAll(consentId))).toBe('consent-revoked');
    await person.close();
    person = await signInAndLink(net, asha);
  });

  it('that no linked account can serve is not given', async () => {
    const { handle = '' } = await ask({ dataTypes: [{ type: 'fhir-r4.condition' }] });
    expect(await refused(person.approve(handle))).toBe('no-account-covers');
  });
});

describe('data at the data user', () => {
  it('holds the fields that were consented and no others', async () => {
    const { consentId } = await granted({ dataTypes: [{ type: 'bank.transaction', fields: ['bookedAt', 'amount'] }] });
    await fetchAll(consentId);
    for await (const { record } of lender.records(consentId)) {
      expect(Object.keys(record).sort()).toEqual(['amount', 'bookedAt']);
    }
  });

  it('is only what a filter lets through', async () => {
    const filter = { type: 'bank.transaction', field: 'amount', operator: '>=' as const, value: 500 };
    const { consentId } = await granted({ dataTypes: [{ type: 'bank.transaction' }], dataFilter: [filter] });
    expect(await fetchAll(consentId)).toBeGreaterThan(0);
    for await (const { record } of lender.records(consentId)) expect(record['amount']).toBeGreaterThanOrEqual(500);
  });

  it('is erased when its life ends, with a signed receipt', async () => {
    const { consentId } = await granted({ dataLife: 'PT2H' });
    expect(await fetchAll(consentId)).toBeGreaterThan(0);
    net.clock.advance(2 * 3600 + 1);
    expect(await until(() => refused(count(consentId)), 'data-erased')).toBe('data-erased');
    const kinds = async () => (await person.timeline(5)).entries.map(({ kind }) => kind);
    expect(await until(async () => (await kinds()).includes('data-session.erased'), true)).toBe(true);
  });

  it('is erased on revocation where the terms say so', async () => {
    const { consentId, id } = await granted({ eraseOnRevocation: true });
    await fetchAll(consentId);
    await person.revoke(id);
    expect(await until(() => refused(count(consentId)), 'data-erased')).toBe('data-erased');
  });

  it('stays after revocation where they do not, until it is erased by hand', async () => {
    const { consentId, id } = await granted();
    const records = await fetchAll(consentId);
    await person.revoke(id);
    await until(async () => (await lender.consent(consentId)).state, 'REVOKED');
    expect(await count(consentId)).toBe(records);
    const { receipt } = await lender.erase(consentId);
    const claims = JSON.parse(
      Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString(),
    ) as DeletionReceiptFields;
    expect(claims).toMatchObject({ consentId, keysDestroyed: 1, handOvers: [{ kind: 'read', status: 'not-covered' }] });
    expect(await refused(count(consentId))).toBe('data-erased');
  });
});

it('the timeline tells it all, in words, without a single value of a record', async () => {
  const { entries } = await person.timeline(200);
  const kinds = new Set(entries.map(({ kind }) => kind));
  for (const kind of ['data-request.authorised', 'data-session.sent', 'data-session.received', 'data-session.erased']) {
    expect(kinds).toContain(kind);
  }
  expect(entries.every(({ text }) => text.length > 10 && !/undefined|\[object/.test(text))).toBe(true);
});
