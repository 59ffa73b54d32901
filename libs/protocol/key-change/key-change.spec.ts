import { describe, expect, it } from 'vitest';
import { addSeconds, isRefusal } from '#domain';
import { SampleNetwork, sampleIds } from '../../testing/network/sample-network.ts';
import { createMessage } from '../message/create-message.ts';
import { nodeCryptography } from '../signature/node-cryptography.ts';
import type { VerificationContext } from '../signature/verification.ts';
import {
  keyIntroductionMessage,
  keyRetirementMessage,
  type ListableKeyUse,
  provePossession,
  verifyKeyIntroduction,
  verifyKeyRetirement,
} from './key-change.ts';

const now = '2026-06-01T12:00:00.000Z';
const network = await SampleNetwork.create();
const { user, provider } = network.members;
const newKey = await nodeCryptography.createSigner(await nodeCryptography.generateKey());
const other = await nodeCryptography.createSigner(await nodeCryptography.generateKey());
const context: VerificationContext = {
  audience: sampleIds.registry,
  now,
  participants: network,
  cryptography: nodeCryptography,
};
const code = (result: unknown) => (isRefusal(result) ? result.code : 'accepted');

interface Change {
  use?: ListableKeyUse;
  signer?: typeof newKey;
  issuer?: string;
  audience?: string;
  jwk?: object;
  proof?: Promise<string>;
  at?: string;
}
async function introduce({ use = 'statement', signer = user.signers[use], ...change }: Change = {}): Promise<string> {
  const { issuer = sampleIds.user, audience = sampleIds.registry, at = now } = change;
  const proof = await (change.proof ?? provePossession(newKey, issuer, use, signer.kid));
  const fields = { use, jwk: newKey.publicJwk, proof };
  const raw = await createMessage(keyIntroductionMessage(use), fields, { signer, issuer, audience, now: at });
  if (change.jwk === undefined) return raw;
  const payload = JSON.parse(Buffer.from(raw.split('.')[1] ?? '', 'base64url').toString());
  return signer.sign({ typ: 'key-introduction+jwt', payload: { ...payload, jwk: change.jwk } });
}
const outcome = async (change: Change, changed: Partial<VerificationContext> = {}) =>
  code(await verifyKeyIntroduction(await introduce(change), { ...context, ...changed }));

describe('a new key', () => {
  it.each(['message', 'statement', 'access-token'] as const)('for %s is introduced by the present one', async (use) => {
    const verified = await verifyKeyIntroduction(await introduce({ use }), context);
    expect(verified).toMatchObject({ newKid: newKey.kid, issuer: sampleIds.user, claims: { use } });
  });

  it.each<[string, Change, string]>([
    ['by a key of another use', { signer: user.signers.message }, 'key-not-listed'],
    ['by itself', { signer: newKey }, 'key-not-listed'],
    ["by someone else's key", { signer: provider.signers.statement }, 'key-not-listed'],
    ["in someone else's name", { issuer: sampleIds.provider }, 'key-not-listed'],
    ['to another registry', { audience: sampleIds.manager }, 'audience-not-me'],
    ['an hour ago', { at: addSeconds(now, -3600) }, 'message-expired'],
    ['in an hour', { at: addSeconds(now, 3600) }, 'message-not-yet-valid'],
  ])('is refused when introduced %s', async (_what, change, expected) => {
    expect(await outcome(change)).toBe(expected);
  });

  it.each<[string, object, string]>([
    ['retired', { retiredAt: addSeconds(now, -1) }, 'key-not-listed'],
    ['compromised', { compromisedSince: addSeconds(now, -1) }, 'key-not-listed'],
    ['not valid yet', { validFrom: addSeconds(now, 60) }, 'key-not-listed'],
  ])('is refused when the one that introduces it is %s', async (_what, change, expected) => {
    expect(await outcome({}, { participants: network.withKey('user', 'statement', change) })).toBe(expected);
  });

  it('is refused from one who is suspended', async () => {
    const participants = network.withParticipant('user', { status: 'suspended' });
    expect(await outcome({}, { participants })).toBe('issuer-not-listed');
  });

  it.each<[string, object]>([
    ['RSA', { kty: 'RSA', n: 'A'.repeat(86), e: 'AQAB' }],
    ['of another curve', { ...newKey.publicJwk, crv: 'P-384' }],
    ['of curve secp256k1', { ...newKey.publicJwk, crv: 'secp256k1' }],
    ['symmetric', { kty: 'oct', k: 'A'.repeat(43) }],
    ['private', { ...newKey.publicJwk, d: 'A'.repeat(43) }],
    ['with a coordinate cut short', { ...newKey.publicJwk, x: newKey.publicJwk.x.slice(0, 40) }],
  ])('is refused when it is %s', async (_what, jwk) => {
    expect(await outcome({ jwk })).toBe('schema-mismatch');
  });

  it('is refused when it is no point of the curve', async () => {
    const jwk = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) };
    expect(await outcome({ jwk })).toBe('key-not-acceptable');
  });

  const { kid } = user.signers.statement;
  it.each<[string, Promise<string>, string]>([
    ['by another key', provePossession(other, sampleIds.user, 'statement', kid), 'key-not-acceptable'],
    ['for another participant', provePossession(newKey, sampleIds.provider, 'statement', kid), 'key-not-acceptable'],
    ['for another use', provePossession(newKey, sampleIds.user, 'message', kid), 'key-not-acceptable'],
    ['after another key', provePossession(newKey, sampleIds.user, 'statement', other.kid), 'key-not-acceptable'],
    ['that is no token', Promise.resolve('nonsense'), 'token-malformed'],
  ])('is refused with a proof of possession %s', async (_what, proof, expected) => {
    expect(await outcome({ proof })).toBe(expected);
  });

  it('is refused for a use that no participant has', async () => {
    const raw = await introduce();
    const payload = JSON.parse(Buffer.from(raw.split('.')[1] ?? '', 'base64url').toString());
    for (const use of ['trust-list', 'anything', 7]) {
      const signed = await user.signers['trust-list'].sign({
        typ: 'key-introduction+jwt',
        payload: { ...payload, use },
      });
      expect(code(await verifyKeyIntroduction(signed, context))).toBe('schema-mismatch');
    }
  });
});

describe('a key is retired', () => {
  const retire = async (signer: typeof newKey, use: ListableKeyUse = 'statement') =>
    createMessage(
      keyRetirementMessage(use),
      { use, kid: other.kid },
      { signer, issuer: sampleIds.user, audience: sampleIds.registry, now },
    );

  it('by a present key of the same use and by no other', async () => {
    expect(await verifyKeyRetirement(await retire(user.signers.statement), context)).toMatchObject({
      claims: { kid: other.kid },
    });
    expect(code(await verifyKeyRetirement(await retire(user.signers.message), context))).toBe('key-not-listed');
    expect(code(await verifyKeyRetirement(await retire(provider.signers.statement), context))).toBe('key-not-listed');
    expect(code(await verifyKeyIntroduction(await retire(user.signers.statement), context))).toBe('type-not-expected');
  });
});
