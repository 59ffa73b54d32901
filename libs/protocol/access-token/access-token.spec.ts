import { describe, expect, it } from 'vitest';
import { isRefusal } from '#domain';
import { SampleNetwork, sampleIds } from '../../testing/network/sample-network.ts';
import { sha256Base64url } from '../digest/node-sha256.ts';
import { nodeCryptography } from '../signature/node-cryptography.ts';
import type { VerificationContext } from '../signature/verification.ts';
import {
  type AccessTokenOptions,
  createAccessToken,
  type DataSessionAuthorization,
  verifyAccessToken,
} from './access-token.ts';

const now = '2026-06-01T12:00:00.000Z';
const network = await SampleNetwork.create();
const { manager, user } = network.members;
const id = (n: number) => `0197302c-5a00-7000-8000-00000000000${n}`;
const authorization: DataSessionAuthorization = {
  type: 'urn:assent:data-session',
  sessionId: id(1),
  artefactId: id(2),
  artefactDigest: sha256Base64url('artefact'),
  dataRequestId: id(3),
  requestedAt: now,
  dataUser: sampleIds.user,
  dataTypes: [{ type: 'bank.transaction', fields: ['amount', 'date'] }],
  dataRange: { from: '2026-01-01T00:00:00.000Z', to: '2026-06-01T00:00:00.000Z' },
};
const options: AccessTokenOptions = {
  signer: manager.signers['access-token'],
  issuer: sampleIds.manager,
  audience: sampleIds.provider,
  authorization,
  jkt: user.signers.message.kid,
  now,
};
const context: VerificationContext = {
  audience: sampleIds.provider,
  now,
  participants: network,
  cryptography: nodeCryptography,
};
const verify = async (raw: string, changed: Partial<VerificationContext> = {}) => {
  const verified = await verifyAccessToken(raw, { ...context, ...changed });
  return isRefusal(verified) ? `${verified.code} ${verified.detail}`.trim() : verified;
};

describe('an access token', () => {
  it('says exactly what may be released, to whom, and for which key', async () => {
    const raw = await createAccessToken(options);
    expect(await verify(raw)).toEqual({
      issuer: sampleIds.manager,
      jti: expect.any(String),
      jkt: options.jkt,
      expiresAt: '2026-06-01T12:02:00.000Z',
      authorization,
      ath: sha256Base64url(raw),
    });
  });

  it.each([
    ['for another provider', { audience: sampleIds.registry }, 'audience-not-me'],
    ['signed with the key for messages', { signer: manager.signers.message }, 'key-not-listed'],
    ['signed with the key for statements', { signer: manager.signers.statement }, 'key-not-listed'],
    ['made by the data user', { signer: user.signers['access-token'], issuer: sampleIds.user }, 'role-not-allowed'],
    ['expired', { now: '2026-06-01T11:50:00.000Z' }, 'message-expired'],
    ['from the future', { now: '2026-06-01T12:05:00.000Z' }, 'message-not-yet-valid'],
    ['living longer than 120 s', { lifeSeconds: 121 }, 'message-lives-too-long'],
  ])('%s is invalid', async (_what, change, detail) => {
    expect(await verify(await createAccessToken({ ...options, ...change }))).toBe(`access-token-invalid ${detail}`);
  });

  const at = Date.parse(now) / 1000;
  const claims = {
    iss: sampleIds.manager,
    aud: sampleIds.provider,
    sub: id(1),
    client_id: sampleIds.user,
    iat: at,
    exp: at + 120,
    jti: id(9),
    authorization_details: [authorization],
    cnf: { jkt: options.jkt },
  };

  it.each([
    ['for another session than it details', { sub: id(7) }, 'the token contradicts itself'],
    ['for another client than it details', { client_id: sampleIds.registry }, 'the token contradicts itself'],
    ['not bound to a key', { cnf: undefined }, 'schema-mismatch'],
    ['with two details', { authorization_details: [authorization, authorization] }, 'schema-mismatch'],
    ['of another type', { authorization_details: [{ ...authorization, type: 'other' }] }, 'schema-mismatch'],
    ['that names an account', { authorization_details: [{ ...authorization, account: '12' }] }, 'schema-mismatch'],
    ['with a scope', { scope: 'all' }, 'schema-mismatch'],
  ])('%s is invalid', async (_what, change, detail) => {
    const raw = await manager.signers['access-token'].sign({ typ: 'at+jwt', payload: { ...claims, ...change } });
    expect(await verify(raw)).toBe(`access-token-invalid ${detail}`);
  });

  it('of another typ is invalid; without a trust list nobody can tell', async () => {
    const raw = await manager.signers['access-token'].sign({ typ: 'JWT', payload: claims });
    expect(await verify(raw)).toBe('access-token-invalid type-not-expected');
    expect(await verify(await createAccessToken(options), { participants: undefined })).toBe('trust-list-unavailable');
  });
});
