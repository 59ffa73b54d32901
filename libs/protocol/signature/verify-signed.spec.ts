import { createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#domain';
import { SampleNetwork, sampleIds } from '../../testing/network/sample-network.ts';
import { nodeCryptography } from './node-cryptography.ts';
import type { Expectation, VerificationContext } from './verification.ts';
import { verifySigned } from './verify-signed.ts';
import { webCryptography } from './web-cryptography.ts';

const now = '2026-06-01T12:00:00.000Z';
const at = Date.parse(now) / 1000;
const jti = '0197302c-5a00-7000-8000-000000000001';
const network = await SampleNetwork.create();
const { user, manager } = network.members;

const command: Expectation = {
  typ: 'consent-request+jwt',
  kind: 'command',
  keyUse: 'message',
  senderRoles: ['data-user'],
  maxBytes: 4096,
};
const statement: Expectation = { ...command, typ: 'secevent+jwt', kind: 'statement', keyUse: 'statement' };
const claims = { iss: sampleIds.user, aud: sampleIds.manager, iat: at, exp: at + 300, jti, colour: 'blue' };
const { exp: _exp, ...statementClaims } = claims;
const context: VerificationContext = {
  audience: sampleIds.manager,
  now,
  participants: network,
  cryptography: nodeCryptography,
};

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const header = { alg: 'ES256', kid: user.signers.message.kid, typ: command.typ };

/** A token whose signature holds, whatever stands in its header and payload. */
function forge(head: unknown, payload: unknown, jwk = user.privateKeys.message): string {
  const input = `${encode(head)}.${encode(payload)}`;
  const key = createPrivateKey({ key: { ...jwk }, format: 'jwk' });
  return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

const good = forge(header, claims);
const [goodHeader, goodPayload, goodSignature = ''] = good.split('.');
const code = (result: unknown) => (isRefusal(result) ? result.code : 'accepted');
const outcome = async (raw: string, expected = command, changed: Partial<VerificationContext> = {}) =>
  code(await verifySigned(raw, expected, { ...context, ...changed }));

describe('a signed message', () => {
  it('is accepted with its sender, its claims and its digest', async () => {
    const verified = await verifySigned(good, command, context);
    expect(verified).toMatchObject({ issuer: sampleIds.user, claims, header, raw: good });
    expect(verified).toHaveProperty('digest', expect.stringMatching(/^[\w-]{43}$/));
  });

  it.each([
    ['node:crypto', nodeCryptography],
    ['WebCrypto', webCryptography],
  ])('signed by either implementation is accepted through %s', async (_name, cryptography) => {
    for (const other of [nodeCryptography, webCryptography]) {
      const signer = await other.createSigner(user.privateKeys.message);
      const raw = await signer.sign({ typ: command.typ, payload: claims });
      expect(await outcome(raw, command, { cryptography })).toBe('accepted');
      expect(await outcome(`${raw.slice(0, -4)}AAAA`, command, { cryptography })).toBe('signature-invalid');
    }
  });

  const hmac = () => {
    const secret = createPublicKey({ key: { ...user.signers.message.publicJwk }, format: 'jwk' });
    const input = `${encode({ ...header, alg: 'HS256' })}.${goodPayload}`;
    const key = secret.export({ type: 'spki', format: 'pem' });
    return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`;
  };
  const flipLastBit = (text: string) => text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1);
  const derSignature = () => {
    const key = createPrivateKey({ key: { ...user.privateKeys.message }, format: 'jwk' });
    return sign('sha256', Buffer.from(`${goodHeader}.${goodPayload}`), key).toString('base64url');
  };
  const otherJwk = network.members.provider.signers.message.publicJwk;

  it.each([
    ['larger than its kind allows', forge(header, { ...claims, text: 'x'.repeat(4096) }), 'body-too-large'],
    ['empty', '', 'token-malformed'],
    ['of two parts', `${goodHeader}.${goodPayload}`, 'token-malformed'],
    ['of four parts', `${good}.${goodPayload}`, 'token-malformed'],
    ['with an empty fourth part', `${good}.`, 'token-malformed'],
    ['without its signature', `${goodHeader}.${goodPayload}.`, 'token-malformed'],
    ['with padding', `${good}==`, 'token-malformed'],
    ['with white space', `${good}\n`, 'token-malformed'],
    [
      'with trailing bits in the signature',
      `${goodHeader}.${goodPayload}.${flipLastBit(goodSignature)}`,
      'token-malformed',
    ],
    ['in JSON serialisation', JSON.stringify({ payload: goodPayload, signature: goodSignature }), 'token-malformed'],
    [
      'with alg named twice',
      forge(`{"alg":"ES256","alg":"none","kid":"${header.kid}","typ":"${header.typ}"}`, claims),
      'not-strict-json',
    ],
    [
      'with alg named twice by an escape',
      forge(`{"alg":"ES256","\\u0061lg":"none","kid":"${header.kid}","typ":"${header.typ}"}`, claims),
      'not-strict-json',
    ],
    [
      'with a payload that names iss twice',
      forge(header, `{"iss":"https://evil.example",${JSON.stringify(claims).slice(1)}`),
      'not-strict-json',
    ],
    ['with a payload that is not JSON', forge(header, 'foo'), 'not-strict-json'],
    ['with a payload that is a list', forge(header, [claims]), 'token-malformed'],
    ['with a header that is a list', forge([header], claims), 'token-malformed'],
    ['with alg none', forge({ ...header, alg: 'none' }, claims), 'algorithm-not-allowed'],
    ['with alg None', forge({ ...header, alg: 'None' }, claims), 'algorithm-not-allowed'],
    ['with the public key as an HMAC secret', hmac(), 'algorithm-not-allowed'],
    ['with ES384', forge({ ...header, alg: 'ES384' }, claims), 'algorithm-not-allowed'],
    ['without alg', forge({ ...header, alg: undefined }, claims), 'algorithm-not-allowed'],
    ['of another typ', forge({ ...header, typ: 'data-request+jwt' }, claims), 'type-not-expected'],
    ['of the typ in other letters', forge({ ...header, typ: 'Consent-Request+JWT' }, claims), 'type-not-expected'],
    ['without typ', forge({ ...header, typ: undefined }, claims), 'type-not-expected'],
    ['with crit', forge({ ...header, crit: ['b64'], b64: false }, claims), 'critical-header-not-understood'],
    ['with an empty crit', forge({ ...header, crit: [] }, claims), 'critical-header-not-understood'],
    ['with b64', forge({ ...header, b64: true }, claims), 'token-malformed'],
    ['with a key of its own', forge({ ...header, jwk: otherJwk }, claims), 'token-malformed'],
    ['with a link to keys', forge({ ...header, jku: 'https://evil.example/jwks' }, claims), 'token-malformed'],
    ['with a certificate', forge({ ...header, x5c: ['MIIB'] }, claims), 'token-malformed'],
    ['with a link to a certificate', forge({ ...header, x5u: 'https://evil.example' }, claims), 'token-malformed'],
    ['compressed', forge({ ...header, zip: 'DEF' }, claims), 'token-malformed'],
    ['without kid', forge({ ...header, kid: undefined }, claims), 'token-malformed'],
    [
      'with a signature of 70 bytes (DER)',
      `${goodHeader}.${goodPayload}.${derSignature()}`,
      /signature-invalid|token-malformed/,
    ],
    ['from nobody', forge(header, { ...claims, iss: undefined }), 'issuer-not-listed'],
    ['from a stranger', forge(header, { ...claims, iss: 'https://stranger.example' }), 'issuer-not-listed'],
    ['from a list of senders', forge(header, { ...claims, iss: [sampleIds.user] }), 'issuer-not-listed'],
    [
      'from a participant of another role',
      forge(
        { ...header, kid: manager.signers.message.kid },
        { ...claims, iss: sampleIds.manager },
        manager.privateKeys.message,
      ),
      'role-not-allowed',
    ],
    ['with an unknown kid', forge({ ...header, kid: 'A'.repeat(43) }, claims), 'key-not-listed'],
    [
      "with another participant's key",
      forge({ ...header, kid: manager.signers.message.kid }, claims, manager.privateKeys.message),
      'key-not-listed',
    ],
    [
      'with a key of another use',
      forge({ ...header, kid: user.signers.statement.kid }, claims, user.privateKeys.statement),
      'key-not-listed',
    ],
    ['signed by another key than it names', forge(header, claims, user.privateKeys.statement), 'signature-invalid'],
    [
      'with another payload',
      `${goodHeader}.${encode({ ...claims, colour: 'red' })}.${goodSignature}`,
      'signature-invalid',
    ],
    ['with a signature of zeros', `${goodHeader}.${goodPayload}.${encode('\0'.repeat(64))}`, 'signature-invalid'],
    ['to someone else', forge(header, { ...claims, aud: sampleIds.provider }), 'audience-not-me'],
    ['to nobody', forge(header, { ...claims, aud: undefined }), 'audience-not-me'],
    ['without iat', forge(header, { ...claims, iat: undefined }), 'schema-mismatch'],
    ['with iat as text', forge(header, { ...claims, iat: `${at}` }), 'schema-mismatch'],
    ['without exp', forge(header, { ...claims, exp: undefined }), 'schema-mismatch'],
    ['with a jti of chance', forge(header, { ...claims, jti: 'abc' }), 'schema-mismatch'],
    ['from the future', forge(header, { ...claims, iat: at + 61 }), 'message-not-yet-valid'],
    ['expired', forge(header, { ...claims, iat: at - 400, exp: at - 60 }), 'message-expired'],
    ['expired before it was made', forge(header, { ...claims, exp: at }), 'message-expired'],
    ['living too long', forge(header, { ...claims, exp: at + 301 }), 'message-lives-too-long'],
  ])('%s is refused', async (_what, raw, expected) => {
    expect(await outcome(raw)).toMatch(expected);
  });

  it.each([
    ['a little from the future', { iat: at + 60, exp: at + 360 }],
    ['a little expired', { iat: at - 300, exp: at - 59 }],
    ['to several, me among them', { aud: [sampleIds.provider, sampleIds.manager] }],
  ])('%s is accepted', async (_what, change) => {
    expect(await outcome(forge(header, { ...claims, ...change }))).toBe('accepted');
  });

  it('is refused where there is no trust list', async () => {
    expect(await outcome(good, command, { participants: undefined })).toBe('trust-list-unavailable');
  });

  it('is refused without anyone it could be addressed to', async () => {
    expect(await outcome(good, command, { audience: undefined })).toBe('audience-not-me');
  });
});

describe("a sender's standing", () => {
  const byStatement = { ...header, typ: statement.typ, kid: user.signers.statement.kid };
  const old = { ...statementClaims, iat: at - 86_400 };
  const told = forge(byStatement, old, user.privateKeys.statement);
  const [before, between, after] = ['2026-05-31T00:00:00.000Z', '2026-06-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z'];

  it.each([
    ['a key not valid yet', { validFrom: after }, 'key-not-listed', 'key-not-listed'],
    ['a key whose validity ended', { validUntil: between }, 'key-not-listed', 'accepted'],
    ['a key whose validity ends later', { validUntil: after }, 'accepted', 'accepted'],
    ['a key retired since the statement', { retiredAt: between }, 'key-not-listed', 'accepted'],
    ['a key retired before the statement', { retiredAt: before }, 'key-not-listed', 'key-not-listed'],
    ['a key compromised since', { compromisedSince: between }, 'key-not-listed', 'key-not-listed'],
    ['a key of another use', { use: 'access-token' as const }, 'key-not-listed', 'key-not-listed'],
  ])('with %s: command %s, statement %s', async (_what, change, ofCommand, ofStatement) => {
    const live = network.withKey('user', 'message', change);
    expect(await outcome(good, command, { participants: live })).toBe(ofCommand);
    const evidence = network.withKey('user', 'statement', change);
    expect(await outcome(told, statement, { participants: evidence })).toBe(ofStatement);
  });

  it.each(['suspended', 'withdrawn'] as const)('%s: only its evidence still counts', async (status) => {
    const participants = network.withParticipant('user', { status });
    expect(await outcome(good, command, { participants })).toBe('issuer-not-listed');
    expect(await outcome(good, command, { participants, evidence: {} })).toBe('issuer-not-listed');
    expect(await outcome(told, statement, { participants })).toBe('issuer-not-listed');
    expect(await outcome(told, statement, { participants, evidence: {} })).toBe('accepted');
  });

  it('of a compromised key: only what was witnessed before counts', async () => {
    const participants = network.withKey('user', 'statement', { compromisedSince: between });
    const witnessed = async (witnessedAt: string) =>
      outcome(told, statement, { participants, evidence: { witnessedAt } });
    expect(await witnessed(before)).toBe('accepted');
    expect(await witnessed(after)).toBe('key-not-listed');
  });

  describe('of a statement that claims a later time than that at which it was witnessed', () => {
    const aheadBy = (seconds: number) =>
      forge(byStatement, { ...statementClaims, iat: at + seconds }, user.privateKeys.statement);
    const witnessed = { evidence: { witnessedAt: now } };
    const inOneHour = '2026-06-01T13:00:00.000Z';

    it.each([
      ['three hours', 10_800, 'accepted'],
      ['a day', 86_400, 'accepted'],
      ['more than a day', 86_500, 'message-not-yet-valid'],
    ])('by %s: %s', async (_far, seconds, expected) => {
      expect(await outcome(aheadBy(seconds), statement, witnessed)).toBe(expected);
      expect(await outcome(aheadBy(seconds), statement)).toBe('message-not-yet-valid');
      expect(await outcome(aheadBy(seconds), statement, { evidence: {} })).toBe('message-not-yet-valid');
    });

    it.each([
      ['that was not valid yet when it signed', { validFrom: inOneHour }, 'key-not-listed'],
      ['that was valid then, and is not at the time it claims', { validUntil: inOneHour }, 'accepted'],
      ['that had retired', { retiredAt: between }, 'key-not-listed'],
      ['that was compromised', { compromisedSince: between }, 'key-not-listed'],
    ])('its key is asked for when it was witnessed: one %s', async (_what, change, expected) => {
      const participants = network.withKey('user', 'statement', change);
      expect(await outcome(aheadBy(10_800), statement, { participants, ...witnessed })).toBe(expected);
    });

    it('a command is not believed before its time, whoever saw it', async () => {
      const ahead = forge(header, { ...claims, iat: at + 3600, exp: at + 3700 });
      expect(await outcome(ahead, command, witnessed)).toBe('message-not-yet-valid');
    });
  });

  it('is asked of evidence that was addressed to someone else', async () => {
    expect(await outcome(told, statement, { audience: undefined, evidence: {} })).toBe('accepted');
  });

  it('a statement has no exp, and its time is not in the future', async () => {
    const withExp = forge(byStatement, claims, user.privateKeys.statement);
    expect(await outcome(withExp, statement)).toBe('schema-mismatch');
    const future = forge(byStatement, { ...old, iat: at + 61 }, user.privateKeys.statement);
    expect(await outcome(future, statement)).toBe('message-not-yet-valid');
    const absurd = forge(byStatement, { ...old, iat: 1e15 }, user.privateKeys.statement);
    expect(await outcome(absurd, statement)).toBe('key-not-listed');
  });

  it('a listed key that is no point of the curve verifies nothing', async () => {
    const jwk = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } as const;
    expect(await outcome(good, command, { participants: network.withKey('user', 'message', { jwk }) })).toBe(
      'key-not-listed',
    );
  });
});
