import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { addSeconds, type RefusalCode } from '#domain';
import { consentRequestMessage, encodeBase64url, type Signer } from '#protocol';
import { getMember } from '../../apps/network-node/network/member.ts';
import { loanTerms } from '../support/grant.ts';
import { type Answer, Impostor, sendTo } from '../support/impostor.ts';
import { startTestNetwork, type TestNetwork } from '../support/test-network.ts';

/**
 * One good consent request, and everything that can be wrong with it. Order of the rows: the order of the checks.
 * What is refused leaves nothing behind: the good one still passes after all of them.
 */
let net: TestNetwork;
let lender: Impostor;
let rival: Impostor;
let bank: Impostor;

beforeAll(async () => {
  net = await startTestNetwork();
  [lender, rival, bank] = (await Promise.all(
    ['lender', 'rival', 'bank'].map((name) => Impostor.of(net.network, name)),
  )) as [Impostor, Impostor, Impostor];
});
afterAll(() => net?.stop());

const saathi = () => getMember(net.network, 'saathi').id;
const send = (body: string | Buffer, headers = {}): Promise<Answer> =>
  sendTo(net.network, 'saathi', 'POST', '/consent-requests', body, headers);

const fields = () => ({
  principal: 'nobody@127.0.0.1',
  terms: loanTerms(net.clock.now()) as never,
  notice: { language: 'en', text: 'Please.' },
  mayBeNarrowed: true,
});

const good = (change: Parameters<Impostor['message']>[4] = {}, now = net.clock.now()) =>
  lender.message(consentRequestMessage, fields(), saathi(), now, change);

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
const part = (value: unknown) =>
  encodeBase64url(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));

/** Signs what no honest library would: any claims under the lender's key. */
async function signed(
  change: Record<string, unknown>,
  signer: Signer = lender.signer('message'),
  typ = 'consent-request+jwt',
) {
  const payload = { ...claimsOf(await good()), ...change };
  for (const [name, value] of Object.entries(change)) if (value === undefined) delete payload[name];
  return signer.sign({ typ, payload });
}

/** The good message with another header, its signature no longer fitting. */
async function withHeader(change: (header: Record<string, unknown>) => unknown): Promise<string> {
  const [header = '', payload, signature] = (await good()).split('.');
  return [part(change(JSON.parse(Buffer.from(header, 'base64url').toString()))), payload, signature].join('.');
}

async function tampered(): Promise<string> {
  const [header, , signature] = (await good()).split('.');
  return [header, part({ ...claimsOf(await good()), mayBeNarrowed: false }), signature].join('.');
}

const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);
const now = () => seconds(net.clock.now());

const table: readonly (readonly [what: string, message: () => Promise<string>, code: RefusalCode])[] = [
  ['larger than the endpoint takes', async () => `${await good()}${'A'.repeat(40_000)}`, 'body-too-large'],
  ['no token at all', async () => 'please', 'token-malformed'],
  ['two parts', async () => (await good()).split('.').slice(0, 2).join('.'), 'token-malformed'],
  ['four parts', async () => `${await good()}.AAAA`, 'token-malformed'],
  ['padded', async () => `${await good()}==`, 'token-malformed'],
  ['an unsigned token', async () => `${(await good()).split('.').slice(0, 2).join('.')}.`, 'token-malformed'],
  [
    'a header with a key of its own',
    () => withHeader((header) => ({ ...header, jwk: lender.signer('message').publicJwk })),
    'token-malformed',
  ],
  [
    'a header that names an address of keys',
    () => withHeader((header) => ({ ...header, jku: 'https://evil.example/keys' })),
    'token-malformed',
  ],
  [
    'a header with a key twice',
    () => withHeader(({ kid }) => `{"alg":"ES256","alg":"none","typ":"consent-request+jwt","kid":"${kid}"}`),
    'not-strict-json',
  ],
  ['alg none', () => withHeader((header) => ({ ...header, alg: 'none' })), 'algorithm-not-allowed'],
  ['alg HS256', () => withHeader((header) => ({ ...header, alg: 'HS256' })), 'algorithm-not-allowed'],
  ['another typ, as signed', () => signed({}, undefined, 'data-request+jwt'), 'type-not-expected'],
  ['a critical header', () => withHeader((header) => ({ ...header, crit: ['exp'] })), 'critical-header-not-understood'],
  ['from one who is not listed', () => signed({ iss: 'https://stranger.example' }), 'issuer-not-listed'],
  ['from one without the role', () => signed({ iss: bank.id }, bank.signer('message')), 'role-not-allowed'],
  ['under a key of someone else', () => good({ signer: rival.signer('message') }), 'key-not-listed'],
  ['under a key for another use', () => signed({}, lender.signer('statement')), 'key-not-listed'],
  ['changed after it was signed', tampered, 'signature-invalid'],
  [
    'with the signature of another message',
    async () => [...(await good()).split('.').slice(0, 2), (await good()).split('.')[2]].join('.'),
    'signature-invalid',
  ],
  ['addressed to someone else', () => signed({ aud: bank.id }), 'audience-not-me'],
  ['addressed to several', () => signed({ aud: [saathi(), bank.id] }), 'schema-mismatch'],
  ['expired', () => signed({ iat: now() - 400, exp: now() - 61 }), 'message-expired'],
  ['from the future', () => signed({ iat: now() + 62, exp: now() + 90 }), 'message-not-yet-valid'],
  ['valid for too long', () => signed({ exp: now() + 301 }), 'message-lives-too-long'],
  ['without an end', () => signed({ exp: undefined }), 'schema-mismatch'],
  ['with a field nobody knows', () => signed({ urgent: true }), 'schema-mismatch'],
  ['without a field', () => signed({ notice: undefined }), 'schema-mismatch'],
  ['with a field of another kind', () => signed({ mayBeNarrowed: 'yes' }), 'schema-mismatch'],
  [
    'with an unknown purpose',
    () => signed({ terms: loanTerms(net.clock.now(), { purpose: { code: 'curiosity', text: 'x' } }) }),
    'purpose-unknown',
  ],
  [
    'with contradictory terms',
    () => signed({ terms: loanTerms(net.clock.now(), { dataRange: { from: net.clock.now(), to: net.clock.now() } }) }),
    'terms-contradictory',
  ],
];

describe('a consent request is refused when it is', () => {
  test.each(table.map(([what, message, code]) => ({ what, message, code })))(
    '$what: $code',
    async ({ message, code }) => {
      const answer = await send(await message());
      expect(answer.code).toBe(code);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(JSON.stringify(answer.body)).not.toContain('nobody@');
    },
  );

  it('a payload with a key twice, rightly signed', async () => {
    // A claim that stands twice was read one way by the signer and another by the reader.
    const token = await good();
    const text = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    const twice = `{"mayBeNarrowed":false,${text.slice(1)}`;
    const [header] = token.split('.');
    const answer = await send([header, part(twice), token.split('.')[2]].join('.'));
    expect(answer.code).toBe('not-strict-json');
  });

  it('not a signed message but JSON', async () => {
    expect((await send('{}', { 'content-type': 'application/json' })).code).toBeDefined();
    expect((await send('<a/>', { 'content-type': 'application/xml' })).code).toBe('media-type-not-supported');
  });
});

describe('a good consent request', () => {
  it('is taken, with a clock that is 59 seconds off in either direction', async () => {
    expect((await send(await good())).status).toBe(201);
    expect((await send(await good({}, addSeconds(net.clock.now(), 59)))).status).toBe(201);
    expect((await send(await good({}, addSeconds(net.clock.now(), -59)))).status).toBe(201);
  });

  it('is taken once: the same bytes again are a replay', async () => {
    const message = await good();
    expect((await send(message)).status).toBe(201);
    expect(await send(message)).toMatchObject({ status: 409, code: 'message-replayed' });
  });

  it('asked again under its request id is answered as before', async () => {
    const requestId = randomUUID();
    const first = await send(await good({ requestId }));
    const again = await send(await good({ requestId }));
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toBe(first.body);
  });

  it('with other content under the same request id is refused', async () => {
    const requestId = randomUUID();
    await send(await good({ requestId }));
    expect((await send(await signed({ requestId, mayBeNarrowed: false }))).code).toBe('request-id-reused');
  });

  it('sent twenty times at once under one request id is one request', async () => {
    const requestId = randomUUID();
    const messages = await Promise.all(Array.from({ length: 20 }, () => good({ requestId })));
    const answers = await Promise.all(messages.map((message) => send(message)));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });

  it('tells nothing of whether the person exists', async () => {
    const answer = await send(await good());
    const claims = claimsOf(`${answer.body}`);
    expect(Object.keys(claims).sort()).toEqual(
      ['approvalUrl', 'aud', 'expiresAt', 'handle', 'iat', 'iss', 'jti', 'requestId', 'termsDigest'].sort(),
    );
  });
});
