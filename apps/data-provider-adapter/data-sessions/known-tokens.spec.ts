import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { addSeconds, isRefusal } from '#domain';
import {
  type Cryptography,
  createAccessToken,
  nodeCryptography,
  sha256Base64url,
  type VerificationContext,
} from '#protocol';
import { SampleNetwork, sampleIds } from '#testing';
import { KnownTokens } from './known-tokens.ts';

const now = '2026-06-01T12:00:00.000Z';
const network = await SampleNetwork.create();
const { manager, user } = network.members;

/** Counts signatures that were verified. */
let verified = 0;
const cryptography: Cryptography = {
  ...nodeCryptography,
  async importVerificationKey(jwk) {
    const key = await nodeCryptography.importVerificationKey(jwk);
    return {
      verify(token) {
        verified += 1;
        return key.verify(token);
      },
    };
  },
};
const context: VerificationContext = { audience: sampleIds.provider, now, participants: network, cryptography };

function createToken(lifeSeconds = 120): Promise<string> {
  const sessionId = uuidv7();
  return createAccessToken({
    signer: manager.signers['access-token'],
    issuer: sampleIds.manager,
    audience: sampleIds.provider,
    authorization: {
      type: 'urn:assent:data-session',
      sessionId,
      artefactId: uuidv7(),
      artefactDigest: sha256Base64url('artefact'),
      dataRequestId: uuidv7(),
      requestedAt: now,
      dataUser: sampleIds.user,
      dataTypes: [{ type: 'bank.transaction' }],
      dataRange: { from: '2026-01-01T00:00:00.000Z', to: '2026-06-01T00:00:00.000Z' },
    },
    jkt: user.signers.message.kid,
    now,
    lifeSeconds,
  });
}

describe('an access token that is shown again', () => {
  let tokens: KnownTokens;
  let raw: string;

  beforeEach(async () => {
    tokens = new KnownTokens(3);
    raw = await createToken();
    await tokens.verify(raw, context);
    verified = 0;
  });

  const outcome = async (changed: Partial<VerificationContext>) => {
    const token = await tokens.verify(raw, { ...context, ...changed });
    return isRefusal(token) ? `${token.code} ${token.detail}`.trim() : 'holds';
  };

  it('says the same, and its signature is not verified again', async () => {
    const first = await new KnownTokens().verify(raw, context);
    verified = 0;
    expect(await tokens.verify(raw, context)).toEqual(first);
    expect(verified).toBe(0);
  });

  it('is another where one letter differs', async () => {
    const forged = `${raw.slice(0, -4)}AAAA`;
    expect(await tokens.verify(forged, context)).toMatchObject({ code: 'access-token-invalid' });
    expect(await outcome({})).toBe('holds');
  });

  const key = (change: object) => network.withKey('manager', 'access-token', change);
  it.each<[string, Partial<VerificationContext>, string]>([
    ['once it has expired', { now: addSeconds(now, 181) }, 'access-token-invalid message-expired'],
    ['once its key has retired', { participants: key({ retiredAt: now }) }, 'access-token-invalid key-not-listed'],
    [
      'once its key is compromised',
      { participants: key({ compromisedSince: now }) },
      'access-token-invalid key-not-listed',
    ],
    ['once its key is not listed', { participants: key({ kid: 'another' }) }, 'access-token-invalid key-not-listed'],
    [
      'once another key has its name',
      { participants: key({ jwk: user.signers.message.publicJwk }) },
      'access-token-invalid signature-invalid',
    ],
    [
      'once its issuer is suspended',
      { participants: network.withParticipant('manager', { status: 'suspended' }) },
      'access-token-invalid issuer-not-listed',
    ],
    [
      'once its issuer is no consent manager',
      { participants: network.withParticipant('manager', { roles: ['data-user'] }) },
      'access-token-invalid role-not-allowed',
    ],
    ['without a trust list', { participants: undefined }, 'trust-list-unavailable'],
  ])('is refused %s', async (_, changed, refusal) => {
    expect(await outcome(changed)).toBe(refusal);
  });

  it('is verified anew within the seconds that clocks may differ by', async () => {
    expect(await outcome({ now: addSeconds(now, 130) })).toBe('holds');
    expect(verified).toBe(1);
  });

  it('is verified anew after as many others as are kept', async () => {
    for (let n = 0; n < 3; n += 1) await tokens.verify(await createToken(), context);
    verified = 0;
    expect(await outcome({})).toBe('holds');
    expect(verified).toBe(1);
  });
});
