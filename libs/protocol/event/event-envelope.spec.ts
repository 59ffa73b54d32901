import { describe, expect, it } from 'vitest';
import { isRefusal } from '#domain';
import { SampleNetwork, sampleIds } from '../../testing/network/sample-network.ts';
import { nodeCryptography } from '../signature/node-cryptography.ts';
import type { VerificationContext } from '../signature/verification.ts';
import { createEvent, type EventOptions, verifyEvent } from './event-envelope.ts';

const now = '2026-06-01T12:00:00.000Z';
const network = await SampleNetwork.create();
const { manager, user } = network.members;
const state = { artefactId: '0197302c-5a00-7000-8000-000000000001', state: 'REVOKED', version: 3 };
const options: EventOptions = {
  signer: manager.signers.statement,
  issuer: sampleIds.manager,
  audience: sampleIds.provider,
  type: 'consent-artefact.revoked',
  state,
  subject: state.artefactId,
  now,
};
const context: VerificationContext = {
  audience: sampleIds.provider,
  now,
  participants: network,
  cryptography: nodeCryptography,
};
const verify = async (raw: string, changed: Partial<VerificationContext> = {}) =>
  verifyEvent(raw, ['consent-manager'], { ...context, ...changed });
const code = (result: unknown) => (isRefusal(result) ? result.code : 'accepted');

describe('an event', () => {
  it('says who stated what of which thing, and when', async () => {
    const raw = await createEvent(options);
    expect(await verify(raw)).toMatchObject({
      issuer: sampleIds.manager,
      issuedAt: now,
      type: 'consent-artefact.revoked',
      subject: state.artefactId,
      state,
      envelope: { raw, claims: { events: { 'urn:assent:event:consent-artefact.revoked': state } } },
    });
  });

  it('is true however late it comes', async () => {
    expect(code(await verify(await createEvent(options), { now: '2026-07-15T00:00:00.000Z' }))).toBe('accepted');
  });

  it.each([
    ['by another role', { signer: user.signers.statement, issuer: sampleIds.user }, 'role-not-allowed'],
    ['with the key for live messages', { signer: manager.signers.message }, 'key-not-listed'],
    ['to someone else', { audience: sampleIds.user }, 'audience-not-me'],
    ['in the future', { now: '2026-06-01T12:02:00.000Z' }, 'message-not-yet-valid'],
  ])('%s is refused', async (_what, change, expected) => {
    expect(code(await verify(await createEvent({ ...options, ...change })))).toBe(expected);
  });

  const uri = 'urn:assent:event:consent-artefact.revoked';
  const claims = {
    iss: sampleIds.manager,
    aud: sampleIds.provider,
    iat: Date.parse(now) / 1000,
    jti: '0197302c-5a00-7000-8000-000000000009',
    events: { [uri]: state },
  };

  it.each([
    ['nothing', { events: {} }, 'schema-mismatch'],
    ['two things', { events: { [uri]: state, [`${uri}-again`]: state } }, 'schema-mismatch'],
    [
      "another network's event",
      { events: { 'https://schemas.openid.net/secevent/caep/event-type/session-revoked': {} } },
      'schema-mismatch',
    ],
    ['a state that is no object', { events: { [uri]: 'REVOKED' } }, 'schema-mismatch'],
    ['a state that is a list', { events: { [uri]: [state] } }, 'schema-mismatch'],
    ['a name out of form', { events: { 'urn:assent:event:Revoked!': state } }, 'event-type-unknown'],
    ['an unknown claim', { txn: '1' }, 'schema-mismatch'],
    ['an end', { exp: 4_000_000_000 }, 'schema-mismatch'],
    ['a subject of another format', { sub_id: { format: 'email', email: 'a@b.example' } }, 'schema-mismatch'],
    ['several receivers', { aud: [sampleIds.provider, sampleIds.user] }, 'schema-mismatch'],
    ['itself only', {}, 'accepted'],
  ])('that says %s', async (_what, change, expected) => {
    const raw = await manager.signers.statement.sign({ typ: 'secevent+jwt', payload: { ...claims, ...change } });
    expect(code(await verify(raw))).toBe(expected);
  });

  it('is named noun.past-participle, or never leaves', async () => {
    await expect(createEvent({ ...options, type: 'Revoked' })).rejects.toThrow();
  });
});
