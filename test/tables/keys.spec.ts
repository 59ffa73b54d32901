import { describe, expect, it } from 'vitest';
import { isRefusal, type KeyUse, keyUses, type ParticipantRole, participantRoles, toNumericDate } from '#domain';
import {
  type Expectation,
  keyIntroductionMessage,
  keyRetirementMessage,
  type ListedKey,
  messages,
  nodeCryptography,
  type Signer,
  type VerificationContext,
  verifyAccessToken,
  verifyCallToken,
  verifyEvent,
  verifySigned,
} from '#protocol';
import { SampleNetwork, sampleIds } from '#testing';

const network = await SampleNetwork.create('2026-01-01T00:00:00.000Z');
const { user } = network.members;
const jti = '0197302c-5a00-7000-8000-000000000001';
const context: VerificationContext = {
  audience: sampleIds.manager,
  now: '2026-07-01T00:00:00.000Z',
  participants: network,
  cryptography: nodeCryptography,
};
const common = { iss: sampleIds.user, aud: sampleIds.manager, jti };
const senderRoles: ParticipantRole[] = ['data-user'];
const kinds = {
  command: { typ: 'x+jwt', kind: 'command', keyUse: 'message', senderRoles, maxBytes: 4096 },
  call: { typ: 'x+jwt', kind: 'call', keyUse: 'message', senderRoles, maxBytes: 4096 },
  token: { typ: 'x+jwt', kind: 'call', keyUse: 'access-token', senderRoles, maxBytes: 4096, maxLifeSeconds: 120 },
  statement: { typ: 'x+jwt', kind: 'statement', keyUse: 'statement', senderRoles, maxBytes: 4096 },
} as const satisfies Record<string, Expectation>;

describe('what a key has signed counts, by the state of the key and the time of the signature', () => {
  const [before, then, since] = ['2025-12-01', '2026-03-01', '2026-06-15'].map((day) => `${day}T00:00:00.000Z`) as [
    string,
    string,
    string,
  ];
  const june = '2026-06-01T00:00:00.000Z';
  const kept = { audience: undefined, evidence: {} };
  const witnessed = (witnessedAt: string) => ({ audience: undefined, evidence: { witnessedAt } });

  /** Key valid from January, the state changes in June, now is July. */
  const columns: [name: string, kind: keyof typeof kinds, signedAt: string, how?: Partial<VerificationContext>][] = [
    ['command now', 'command', context.now],
    ['call now', 'call', context.now],
    ['access token now', 'token', context.now],
    ['statement of now', 'statement', context.now],
    ['statement of December, arriving now', 'statement', before],
    ['statement of March, arriving now', 'statement', then],
    ['statement of June 15, arriving now', 'statement', since],
    ['kept, of March', 'statement', then, kept],
    ['of March, witnessed in March', 'statement', then, witnessed(then)],
    ['of March, witnessed June 15', 'statement', then, witnessed(since)],
  ];
  const verdicts = async (change: Partial<ListedKey>, participants?: SampleNetwork) => {
    let word = '';
    for (const [, kind, signedAt, how] of columns) {
      const expected = kinds[kind];
      const iat = toNumericDate(signedAt);
      const payload = { ...common, iat, ...(kind === 'statement' ? {} : { exp: iat + 60 }) };
      const raw = await user.signers[expected.keyUse].sign({ typ: 'x+jwt', payload });
      const directory = participants ?? network.withKey('user', expected.keyUse, change);
      word += isRefusal(await verifySigned(raw, expected, { ...context, participants: directory, ...how })) ? '-' : 'x';
    }
    return word;
  };

  it.each<[state: string, change: Partial<ListedKey>, verdicts: string]>([
    //                                                  command, call, token, statement now
    //                                                  |    arriving: December, March, June
    //                                                  |    |   kept; witnessed before, after
    ['active', {}, /*                                 */ 'xxxx-xxxxx'],
    ['not valid before August', { validFrom: '2026-08-01T00:00:00.000Z' }, '----------'],
    ['valid until June', { validUntil: june }, /*     */ '-----x-xxx'],
    ['retired in June', { retiredAt: june }, /*       */ '-----x-xxx'],
    ['compromised since June', { compromisedSince: june }, '--------x-'],
    ['retired in June, compromised since then', { retiredAt: june, compromisedSince: june }, '--------x-'],
    ['retired in June, compromised since before', { retiredAt: june, compromisedSince: before }, '----------'],
    ['of another use', { use: 'trust-list' }, /*      */ '----------'],
    ['another one', { kid: 'A'.repeat(43) }, /*       */ '----------'],
  ])('%s', async (_state, change, expected) => {
    expect(await verdicts(change)).toBe(expected);
  });

  it.each(['suspended', 'withdrawn'] as const)('of a participant that is %s', async (status) => {
    expect(await verdicts({}, network.withParticipant('user', { status }))).toBe('-------xxx');
  });
});

describe('a key signs for its use alone', () => {
  const everyRole = network.withParticipant('user', { roles: participantRoles });
  const everything = { ...context, participants: everyRole };
  const iat = toNumericDate(context.now);
  const outcomes = async (typ: string, payload: object, verify: (raw: string, signer: Signer) => Promise<unknown>) => {
    const passing: KeyUse[] = [];
    for (const use of keyUses) {
      const signer = user.signers[use];
      const result = await verify(await signer.sign({ typ, payload }), signer);
      const refusal = isRefusal(result) ? `${result.code} ${result.detail}` : '';
      if (!refusal.includes('key-not-listed')) passing.push(use);
    }
    return passing;
  };

  const changes = (['message', 'statement', 'access-token'] as const).flatMap((use) => [
    keyIntroductionMessage(use),
    keyRetirementMessage(use),
  ]);
  it.each([...messages, ...changes].map((message) => [message.typ, message.keyUse, message] as const))(
    '%s: %s',
    async (typ, keyUse, message) => {
      const claims = { ...common, iat, ...(message.kind === 'command' ? { exp: iat + 60 } : {}) };
      expect(await outcomes(typ, claims, (raw) => verifySigned(raw, message, everything))).toEqual([keyUse]);
    },
  );

  it('secevent+jwt: statement', async () => {
    const verify = (raw: string) => verifyEvent(raw, participantRoles, everything);
    expect(await outcomes('secevent+jwt', { ...common, iat, events: {} }, verify)).toEqual(['statement']);
  });

  it('at+jwt: access-token', async () => {
    const verify = (raw: string) => verifyAccessToken(raw, everything);
    expect(await outcomes('at+jwt', { ...common, iat, exp: iat + 60 }, verify)).toEqual(['access-token']);
  });

  it('call+jwt: message', async () => {
    const verify = (token: string) =>
      verifyCallToken({ token, method: 'GET', url: 'https://consent.example/x' }, participantRoles, everything);
    const payload = { ...common, iat, exp: iat + 60, htm: 'GET', htu: 'https://consent.example/x' };
    expect(await outcomes('call+jwt', payload, verify)).toEqual(['message']);
  });
});
