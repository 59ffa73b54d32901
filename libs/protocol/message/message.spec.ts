import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isRefusal } from '#domain';
import { SampleNetwork, sampleIds } from '../../testing/network/sample-network.ts';
import { nodeCryptography } from '../signature/node-cryptography.ts';
import type { VerificationContext } from '../signature/verification.ts';
import { createMessage } from './create-message.ts';
import { defineMessage } from './define-message.ts';
import { digestOfContent, parsePayload, verifyEnvelope, verifyMessage } from './verify-message.ts';

const now = '2026-06-01T12:00:00.000Z';
const network = await SampleNetwork.create();
const { user, manager } = network.members;
const fields = z.strictObject({ colour: z.enum(['red', 'blue']), size: z.strictObject({ width: z.int() }).optional() });
type Fields = z.infer<typeof fields>;

const question = defineMessage<Fields, 'command'>({
  typ: 'question+jwt',
  kind: 'command',
  senderRoles: ['data-user'],
  fields,
});
const answer = defineMessage<Fields, 'statement'>({
  typ: 'answer+jwt',
  kind: 'statement',
  senderRoles: ['consent-manager'],
  fields,
});

const toManager: VerificationContext = {
  audience: sampleIds.manager,
  now,
  participants: network,
  cryptography: nodeCryptography,
};
const byUser = { signer: user.signers.message, issuer: sampleIds.user, audience: sampleIds.manager, now };

describe('a command', () => {
  it('arrives as it was sent, with the common claims', async () => {
    const raw = await createMessage(question, { colour: 'blue' }, byUser);
    const verified = await verifyMessage(question, raw, toManager);
    if (isRefusal(verified)) throw new Error(verified.code);
    expect(verified.claims).toMatchObject({ colour: 'blue', iss: sampleIds.user, aud: sampleIds.manager });
    expect(verified.claims.exp - verified.claims.iat).toBe(300);
    expect(verified.claims.requestId).toMatch(/^[\w-]{36}$/);
  });

  it('keeps its request id and its content digest when sent again with a new jti', async () => {
    const requestId = '0197302c-5a00-7000-8000-00000000000a';
    const [first, again, other] = await Promise.all([
      createMessage(question, { colour: 'blue' }, { ...byUser, requestId }),
      createMessage(question, { colour: 'blue' }, { ...byUser, requestId, now: '2026-06-01T12:00:09.000Z' }),
      createMessage(question, { colour: 'red' }, { ...byUser, requestId }),
    ]);
    const verified = await Promise.all([first, again, other].map((raw) => verifyMessage(question, raw, toManager)));
    const digests = await Promise.all(
      verified.map((message) => (isRefusal(message) ? message.code : digestOfContent(message.claims))),
    );
    expect(first).not.toBe(again);
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
  });

  it('out of form never leaves', async () => {
    const wrong = { colour: 'green' } as unknown as Fields;
    await expect(createMessage(question, wrong, byUser)).rejects.toThrow();
    await expect(createMessage(question, { colour: 'red' }, { ...byUser, audience: 'bank' })).rejects.toThrow();
  });

  it('cannot change its common claims by its fields', async () => {
    const wrong = { colour: 'red', iss: sampleIds.manager } as unknown as Fields;
    const raw = await createMessage(question, wrong, byUser).catch(() => 'never left');
    const verified = raw === 'never left' ? undefined : await verifyMessage(question, raw, toManager);
    expect(isRefusal(verified) ? verified.code : verified?.issuer).not.toBe(sampleIds.manager);
  });

  it.each([
    ['an unknown field', { colour: 'red', shape: 'round' }, 'the whole (unknown: shape)'],
    ['a field out of form', { colour: 'green' }, 'colour'],
    ['a field out of form, deep inside', { colour: 'red', size: { width: 'secret' } }, 'size.width'],
    ['a missing field', {}, 'colour'],
    ['an unknown field whose name would break a log', { colour: 'red', 'a\nb"': 1 }, 'the whole (unknown: a?b?)'],
  ])('with %s is refused: the field is named, what stands in it is not', async (_what, own, detail) => {
    const at = Date.parse(now) / 1000;
    const ids = { jti: '0197302c-5a00-7000-8000-000000000001', requestId: '0197302c-5a00-7000-8000-000000000002' };
    const payload = { iss: sampleIds.user, aud: sampleIds.manager, iat: at, exp: at + 60, ...ids, ...own };
    const raw = await user.signers.message.sign({ typ: 'question+jwt', payload });
    const envelope = await verifyEnvelope(question, raw, toManager);
    if (isRefusal(envelope)) throw new Error(envelope.code);
    expect(parsePayload(question, envelope)).toEqual({ refused: true, code: 'schema-mismatch', detail });
    expect(await verifyMessage(question, raw, toManager)).toMatchObject({ code: 'schema-mismatch' });
  });
});

describe('a statement', () => {
  const audience = [sampleIds.user, sampleIds.provider];
  const byManager = { signer: manager.signers.statement, issuer: sampleIds.manager, audience, now };

  it('is true for all it is addressed to, years later', async () => {
    const raw = await createMessage(answer, { colour: 'red' }, byManager);
    for (const audience of [sampleIds.user, sampleIds.provider])
      expect(
        await verifyMessage(answer, raw, { ...toManager, audience, now: '2031-01-01T00:00:00.000Z' }),
      ).toMatchObject({
        claims: { colour: 'red' },
      });
    expect(await verifyMessage(answer, raw, { ...toManager, audience: sampleIds.registry })).toMatchObject({
      code: 'audience-not-me',
    });
  });

  it('is not signed with the key for live messages', async () => {
    const raw = await createMessage(answer, { colour: 'red' }, { ...byManager, signer: manager.signers.message });
    expect(await verifyMessage(answer, raw, { ...toManager, audience: sampleIds.user })).toMatchObject({
      code: 'key-not-listed',
    });
  });
});
