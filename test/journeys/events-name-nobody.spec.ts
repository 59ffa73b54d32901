import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSeconds, consentStates, type RejectionReason } from '#domain';
import type { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import type { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { getMember } from '../../apps/network-node/network/member.ts';
import { dataUser, grant, loanTerms, signInAndLink } from '../support/grant.ts';
import { asha, ravi, startTestNetwork, type TestNetwork } from '../support/test-network.ts';
import { until } from '../support/until.ts';

/** A consent's life is played; then every token of every outbox is opened and searched for the people it is about. */
let net: TestNetwork;
let person: PersonClient;
let lender: DataUserClient;
let personal: Set<string>;

beforeAll(async () => {
  const often = { TRAIL_CHECKPOINT_SECONDS: '1', TRAIL_WITNESS_SECONDS: '1' };
  net = await startTestNetwork({ saathi: often, bank: often, lender: { ...often, ERASURE_SWEEP_SECONDS: '1' } });
  person = await signInAndLink(net, asha);
  lender = dataUser(net);
  const { principal } = await person.me();
  const { links } = await person.accounts();
  personal = new Set([
    ...[asha, ravi].flatMap(({ value }) => [value, value.split('@')[0] ?? value]),
    ...['Asha', 'Raman', 'Ravi', 'Menon', 'customer-1', 'customer-2'],
    ...[principal, principal.split('@')[0] ?? principal],
    ...links.flatMap(({ label }) => [label, label.replace(/^.*••••/, '••••')]),
  ]);
  await playLife(principal);
}, 90_000);
afterAll(async () => {
  await person?.close();
  await lender?.close();
  await net?.stop();
});

const typed = 'My sister lends me the money';

async function playLife(principal: string): Promise<void> {
  const asked = await lender.ask({
    consentManager: getMember(net.network, 'saathi').id,
    principal,
    terms: loanTerms(net.clock.now()),
    notice: { language: 'en', text: 'Please.' },
    mayBeNarrowed: true,
  });
  // What she types goes no further than her consent manager, which takes a code alone for a no.
  personal.add(typed);
  await expect(person.reject(asked.handle ?? '', typed as RejectionReason)).rejects.toThrow();
  await person.reject(asked.handle ?? '', 'not-known-to-me');
  const { consentId, id } = await grant(net, person, lender, principal, {
    terms: {
      eraseOnRevocation: true,
      dataFilter: [{ type: 'bank.transaction', field: 'amount', operator: '>=', value: 1 }],
    },
  });
  const fetched = await lender.fetch({ consentId });
  expect((await lender.fetched(fetched.id, 30)).sessions.map(({ state }) => state)).toEqual(['COMPLETED']);
  for await (const { account, record } of lender.records(consentId)) {
    for (const value of [account, ...valuesIn(record)]) if (isTelling(value)) personal.add(`${value}`);
  }
  await person.pause(id, addSeconds(net.clock.now(), 600));
  await until(async () => (await lender.consent(consentId)).state, 'PAUSED');
  await person.resume(id);
  await person.revoke(id, typed);
  const kinds = async () => (await person.timeline(50)).entries.map(({ kind }) => kind);
  expect(await until(async () => (await kinds()).includes('data-session.erased'), true)).toBe(true);
}

const valuesIn = (value: unknown): (string | number)[] => {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : [];
};

/** Days, whole numbers, states and pseudonyms stand in events for other reasons. */
const others: ReadonlySet<string> = new Set(consentStates);
const isTelling = (value: string | number): boolean =>
  typeof value === 'number'
    ? !Number.isInteger(value)
    : value.length >= 4 &&
      !others.has(value) &&
      !/^\d{4}-\d\d-\d\d$/.test(value) &&
      !/^[0-9a-f-]{36}$|^[\w-]{43}$/.test(value);

const compactToken = /[\w-]{16,}\.[\w-]{16,}\.[\w-]{16,}/g;

/** With all that the tokens in it say, and the tokens in those. */
function unfold(text: string): string {
  const inner = [...text.matchAll(compactToken)].flatMap(([token]) =>
    token
      .split('.')
      .slice(0, 2)
      .map((part) => Buffer.from(part, 'base64url').toString()),
  );
  return [text, ...inner.map(unfold)].join('\n');
}

const escaped = (value: string) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Whole words: what only begins alike is something else. */
const namedIn = (text: string): string[] =>
  [...personal].filter((value) => new RegExp(`(?<![\\w.])${escaped(value)}(?![\\w])`).test(text));

describe('an event', () => {
  let events: { type: string; said: string }[];
  let log: string;

  beforeAll(async () => {
    const client = new Client({ connectionString: net.network.databaseUrl });
    await client.connect();
    net.clock.advance(2);
    const sealed = `SELECT FROM lender.outbox_events WHERE type = 'audit-trail.sealed' LIMIT 1`;
    expect(await until(async () => (await client.query(sealed)).rows.length, 1)).toBe(1);
    const rows = await Promise.all(
      ['saathi', 'bank', 'lender'].map(async (name) => {
        const told = await client.query(`SELECT type, row_to_json(e)::text AS said FROM ${name}.outbox_events e`);
        const attempts = await client.query(`SELECT row_to_json(a)::text AS said FROM ${name}.delivery_attempts a`);
        return { told: told.rows, attempts: attempts.rows };
      }),
    );
    events = rows.flatMap(({ told }) => told);
    log = JSON.stringify(rows.map(({ attempts }) => attempts));
    await client.end();
  });

  it('of every kind is among those that are looked at', () => {
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set([
        'audit-trail.sealed',
        'consent-request.rejected',
        ...['issued', 'paused', 'resumed', 'revoked'].map((end) => `consent-artefact.${end}`),
        ...['sent', 'received', 'erased'].map((end) => `data-session.${end}`),
      ]),
    );
    expect(personal.size).toBeGreaterThan(100);
  });

  it('names nobody: no name, contact, account number or value of a record, however deep the token lies', () => {
    for (const { type, said } of events) expect([type, namedIn(unfold(said))]).toEqual([type, []]);
    expect(namedIn(log)).toEqual([]);
  });

  it('that did would be found', () => {
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const tokenOf = (claims: object) => [encode({ alg: 'ES256', typ: 'x' }), encode(claims), 'c'.repeat(86)].join('.');
    const value = [...personal].at(-1) ?? '';
    for (const planted of [asha.value, value]) {
      expect(namedIn(unfold(tokenOf({ artefact: tokenOf({ of: planted }) })))).toContain(planted);
    }
  });
});
