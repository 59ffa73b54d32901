import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { RefusalCode } from '#domain';
import type { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { apiKeyFileOf, getMember } from '../../apps/network-node/network/member.ts';
import { dataUser, grant, loanTerms, signInAndLink } from '../support/grant.ts';
import { type Answer, sendTo } from '../support/impostor.ts';
import { asha, ravi, startTestNetwork, type TestNetwork } from '../support/test-network.ts';

/** The APIs for people and for a data user's own systems, asked by the wrong one or in the wrong form. */
let net: TestNetwork;
let owner: PersonClient;
let stranger: PersonClient;
let handle: string;
let consentId: string;
let ownConsent: string;
let accounts: string[];

beforeAll(async () => {
  net = await startTestNetwork();
  owner = await signInAndLink(net, asha);
  stranger = await signInAndLink(net, ravi);
  const lender = dataUser(net);
  const { principal } = await owner.me();
  const given = await grant(net, owner, lender, principal);
  consentId = given.consentId;
  ownConsent = given.id;
  const asked = await lender.ask({
    consentManager: getMember(net.network, 'saathi').id,
    principal,
    terms: loanTerms(net.clock.now()),
    notice: { language: 'en', text: 'Please.' },
    mayBeNarrowed: true,
  });
  handle = asked.handle ?? '';
  accounts = (await owner.accounts()).links.map(({ id }) => id);
  await lender.close();
});
afterAll(async () => {
  await owner?.close();
  await stranger?.close();
  await net?.stop();
});

const key = (name: string) => readFileSync(apiKeyFileOf(net.network, name), 'utf8').trim();
const json = { 'content-type': 'application/json' };
type Method = 'GET' | 'POST' | 'DELETE';

const asStranger = (method: Method, path: string, body?: object): Promise<Answer> =>
  sendTo(net.network, 'saathi', method, path, body === undefined ? undefined : JSON.stringify(body), {
    ...(body === undefined ? {} : json),
    authorization: `Bearer ${stranger.token}`,
  });
const toGateway = (path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> =>
  sendTo(net.network, 'lender', 'POST', path, body, { ...json, authorization: `Bearer ${key('lender')}`, ...headers });

describe('what is hers stays hers', () => {
  const rows: readonly (readonly [what: string, ask: () => Promise<Answer>, code: RefusalCode])[] = [
    ['reading her request', () => asStranger('GET', `/me/consent-requests/${handle}`), 'not-found'],
    ['approving her request', () => asStranger('POST', `/me/consent-requests/${handle}/approve`, {}), 'not-found'],
    ['rejecting her request', () => asStranger('POST', `/me/consent-requests/${handle}/reject`, {}), 'not-found'],
    ['reading her consent', () => asStranger('GET', `/me/consents/${ownConsent}`), 'consent-unknown'],
    ['pausing her consent', () => asStranger('POST', `/me/consents/${ownConsent}/pause`, {}), 'consent-unknown'],
    ['revoking her consent', () => asStranger('POST', `/me/consents/${ownConsent}/revoke`, {}), 'consent-unknown'],
    ['unlinking her account', () => asStranger('DELETE', `/me/account-links/${accounts[0]}`), 'link-unknown'],
  ];
  test.each(rows.map(([what, ask, code]) => ({ what, ask, code })))('$what: $code', async ({ ask, code }) => {
    const answer = await ask();
    expect(answer).toMatchObject({ status: 404, code });
  });

  it('and none of it has moved', async () => {
    expect((await owner.request(handle)).state).toBe('PENDING');
    expect((await owner.consent(ownConsent)).state).toBe('ACTIVE');
    expect((await owner.accounts()).links.map(({ id }) => id)).toEqual(accounts);
  });

  it('without a session, or with a made-up one, nothing opens', async () => {
    for (const authorization of ['', 'Bearer ', 'Bearer nonsense', `Basic ${stranger.token}`]) {
      const answer = await sendTo(net.network, 'saathi', 'GET', '/me/consents', undefined, { authorization });
      expect(answer).toMatchObject({ status: 401, code: 'sign-in-required' });
    }
  });
});

describe('the data user’s own API', () => {
  it('opens to its own key alone', async () => {
    for (const authorization of ['', 'Bearer x', `Bearer ${key('rival')}`, `Basic ${key('lender')}`]) {
      const answer = await sendTo(net.network, 'lender', 'GET', '/consents', undefined, { authorization });
      expect(answer).toMatchObject({ status: 401, code: 'api-key-invalid' });
    }
  });

  it('of another data user knows nothing of the consent', async () => {
    const answer = await sendTo(net.network, 'rival', 'GET', `/consents/${consentId}`, undefined, {
      authorization: `Bearer ${key('rival')}`,
    });
    expect(answer).toMatchObject({ status: 404, code: 'consent-unknown' });
  });

  const deep = `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`;
  const rows: readonly (readonly [what: string, body: () => string, code: RefusalCode])[] = [
    ['no JSON', () => 'consent please', 'not-strict-json'],
    ['a key twice', () => `{"consentId":"${consentId}","consentId":"${consentId}"}`, 'not-strict-json'],
    [
      'a key twice, spelled otherwise',
      () => `{"consentId":"${consentId}","consent\\u0049d":"${consentId}"}`,
      'not-strict-json',
    ],
    ['nested forty deep', () => deep, 'not-strict-json'],
    ['a prototype', () => `{"consentId":"${consentId}","__proto__":{"admin":true}}`, 'not-strict-json'],
    ['an unknown field', () => `{"consentId":"${consentId}","urgent":true}`, 'schema-mismatch'],
    ['a list in place of an object', () => '[]', 'schema-mismatch'],
    ['nothing at all', () => '{}', 'schema-mismatch'],
    ['an id that is none', () => '{"consentId":"1 OR 1=1"}', 'schema-mismatch'],
    ['a consent that is not there', () => '{"consentId":"019a9b00-0000-7000-8000-000000000302"}', 'consent-unknown'],
    ['two megabytes', () => JSON.stringify({ consentId, text: 'x'.repeat(2_000_000) }), 'body-too-large'],
  ];
  test.each(rows.map(([what, body, code]) => ({ what, body, code })))(
    'refuses $what: $code',
    async ({ body, code }) => {
      const answer = await toGateway('/data-requests', body());
      expect(answer.code).toBe(code);
      expect(answer.status).toBeLessThan(500);
    },
  );

  it('does twice what is asked twice without a key, and once with one', async () => {
    const body = JSON.stringify({ consentId, fetch: 'later' });
    const id = (answer: Answer) => (answer.body as { id: string }).id;
    const [a, b] = [await toGateway('/data-requests', body), await toGateway('/data-requests', body)];
    expect(id(a)).not.toBe(id(b));
    const once = { 'idempotency-key': 'once-and-no-more' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => toGateway('/data-requests', body, once)));
    expect(new Set(answers.map(id)).size).toBe(1);
    expect((await toGateway('/data-requests', JSON.stringify({ consentId }), once)).status).toBe(409);
  });
});

describe('signing in', () => {
  const post = (path: string, body: object) => sendTo(net.network, 'saathi', 'POST', path, JSON.stringify(body), json);

  it('answers alike for a contact that is known and one that is not', async () => {
    const known = await post('/sign-in/codes', { contact: asha });
    const unknown = await post('/sign-in/codes', { contact: { kind: 'email', value: 'nobody@mail.example' } });
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(Object.keys(known.body as object)).toEqual(Object.keys(unknown.body as object));
  });

  it('gives a code five tries, and the right one comes too late after them', async () => {
    const { signInId } = (await post('/sign-in/codes', { contact: ravi })).body as { signInId: string };
    for (let tries = 0; tries < 7; tries += 1) {
      const answer = await post('/sign-in/sessions', { signInId, code: `00000${tries}` });
      expect(answer).toMatchObject({ status: 403, code: 'code-wrong-or-expired' });
    }
  });
});
