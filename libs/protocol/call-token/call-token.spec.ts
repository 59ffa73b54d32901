import { describe, expect, it } from 'vitest';
import { isRefusal, type ParticipantRole } from '#domain';
import { SampleNetwork, sampleIds } from '../../testing/network/sample-network.ts';
import { nodeCryptography } from '../signature/node-cryptography.ts';
import type { VerificationContext } from '../signature/verification.ts';
import { type CallTokenOptions, createCallToken, type ReceivedCall, verifyCallToken } from './call-token.ts';

const now = '2026-06-01T12:00:00.000Z';
const network = await SampleNetwork.create();
const { user } = network.members;
const url = 'https://consent.example/api/consent-artefacts/7?version=2';
const options: CallTokenOptions = {
  signer: user.signers.message,
  issuer: sampleIds.user,
  audience: sampleIds.manager,
  method: 'GET',
  url,
  now,
};
const context: VerificationContext = {
  audience: sampleIds.manager,
  now,
  participants: network,
  cryptography: nodeCryptography,
};

async function outcome(
  made: Partial<CallTokenOptions>,
  received: Partial<ReceivedCall> = {},
  changed: Partial<VerificationContext> = {},
  roles: ParticipantRole[] = ['data-user'],
): Promise<string> {
  const token = await createCallToken({ ...options, ...made });
  const call = { token, method: 'GET', url, ...received };
  const verified = await verifyCallToken(call, roles, { ...context, ...changed });
  return isRefusal(verified) ? `${verified.code} ${verified.detail}`.trim() : verified.issuer;
}

describe('a call token', () => {
  it('says who calls, and until when its jti has to be remembered', async () => {
    const token = await createCallToken(options);
    expect(await verifyCallToken({ token, method: 'GET', url }, ['data-user'], context)).toEqual({
      issuer: sampleIds.user,
      jti: expect.stringMatching(/^[\w-]{36}$/),
      expiresAt: '2026-06-01T12:01:00.000Z',
    });
  });

  it.each([
    ['the same call', {}, {}, sampleIds.user],
    [
      'the same address in another spelling',
      { url: 'HTTPS://Consent.example:443/api/consent-artefacts/7?version=2#top' },
      {},
      sampleIds.user,
    ],
    [
      'the same body',
      { method: 'POST', body: '{"a":1}' },
      { method: 'POST', body: new TextEncoder().encode('{"a":1}') },
      sampleIds.user,
    ],
    ['an empty body', {}, { body: '' }, sampleIds.user],
    ['another method', {}, { method: 'DELETE' }, 'call-not-authenticated htm'],
    [
      'another path',
      {},
      { url: 'https://consent.example/api/consent-artefacts/8?version=2' },
      'call-not-authenticated htu',
    ],
    [
      'another query',
      {},
      { url: 'https://consent.example/api/consent-artefacts/7?version=3' },
      'call-not-authenticated htu',
    ],
    [
      'another host',
      {},
      { url: 'https://evil.example/api/consent-artefacts/7?version=2' },
      'call-not-authenticated htu',
    ],
    [
      'another body',
      { method: 'POST', body: '{"a":1}' },
      { method: 'POST', body: '{"a":2}' },
      'call-not-authenticated bodyDigest',
    ],
    ['a body where none was signed', {}, { body: '{}' }, 'call-not-authenticated bodyDigest'],
    ['no address', {}, { url: '/api/consent-artefacts/7' }, 'call-not-authenticated htu'],
    ['another audience', { audience: sampleIds.provider }, {}, 'audience-not-me'],
    ['a key for statements', { signer: user.signers.statement }, {}, 'key-not-listed'],
    ['a life of 61 s', { lifeSeconds: 61 }, {}, 'message-lives-too-long more than 60 s'],
    ['a token of an hour ago', { now: '2026-06-01T11:00:00.000Z' }, {}, 'message-expired'],
  ])('with %s', async (_what, made, received, expected) => {
    expect(await outcome(made, received)).toBe(expected);
  });

  it('is refused from a caller of another role, and where it is another kind of token', async () => {
    expect(await outcome({}, {}, {}, ['data-provider'])).toBe('role-not-allowed');
    const command = await user.signers.message.sign({ typ: 'consent-request+jwt', payload: { iss: sampleIds.user } });
    expect(await outcome({}, { token: command })).toBe('type-not-expected expected call+jwt');
  });

  it('is not made for an address with a user name', async () => {
    await expect(createCallToken({ ...options, url: 'https://a:b@consent.example/' })).rejects.toThrow();
  });
});
