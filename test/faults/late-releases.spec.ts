import { describe, expect, it } from 'vitest';
import type { CallSeen } from '../../apps/network-node/network/call-seen.ts';
import { lateAmong, lateTokensAmong } from './late-releases.ts';

const of = { artefacts: ['artefact'], sessions: ['session'] };

function told(what: string, at: number, subject = 'artefact', status = 202): CallSeen {
  const event = { type: `urn:assent:event:consent-artefact.${what}`, subject };
  return {
    ...{ callee: 'bank', caller: 'saathi', method: 'POST', path: '/events', status, event },
    ...{ sentAt: at, answeredAt: at + 10 },
  };
}

function part(at: number, change: Partial<CallSeen> = {}): CallSeen {
  return {
    ...{ callee: 'bank', caller: 'lender', method: 'GET', path: '/data-sessions/session/parts/3', status: 200 },
    ...{ sentAt: at, answeredAt: at + 1, tokenLeft: 100, ...change },
  };
}

describe('a part that is handed out', () => {
  it.each([
    ['under a consent that holds', [part(5)], 0],
    ['before the bank has answered that it heard of the withdrawal', [told('revoked', 0), part(9)], 0],
    ['after it has', [told('revoked', 0), part(11)], 1],
    ['after another consent was withdrawn', [told('revoked', 0, 'other'), part(11)], 0],
    ['while it is paused', [told('paused', 0), part(11)], 1],
    [
      'after a wish to resume that nobody answered',
      [told('paused', 0), told('resumed', 20, 'artefact', 0), part(25)],
      0,
    ],
    ['after it was resumed', [told('paused', 0), told('resumed', 20), part(25)], 0],
    ['of another session', [told('revoked', 0), part(11, { path: '/data-sessions/other/parts/3' })], 0],
    ['as a manifest', [told('revoked', 0), part(11, { path: '/data-sessions/session' })], 1],
    ['on a token that was over', [part(5, { tokenLeft: -61 })], 1],
    ['and was refused', [told('revoked', 0), part(11, { status: 403 })], 0],
  ])('%s', (_, calls, late) => {
    expect(lateAmong(calls, of)).toHaveLength(late);
  });
});

function decided(what: string, at: number, status = 200): CallSeen {
  const path = `/me/consents/consent/${what}`;
  return { callee: 'saathi', caller: 'person', method: 'POST', path, status, sentAt: at, answeredAt: at + 10 };
}

function renewal(at: number, change: Partial<CallSeen> = {}): CallSeen {
  const path = '/data-sessions/session/token';
  const call = { callee: 'saathi', caller: 'lender', method: 'POST', path, status: 200 };
  return { ...call, sentAt: at, answeredAt: at + 1, ...change };
}

describe('a token that is renewed', () => {
  it.each([
    ['under a consent that holds', [renewal(5)], 0],
    ['before she was answered', [decided('revoke', 0), renewal(9)], 0],
    ['after she was answered', [decided('revoke', 0), renewal(11)], 1],
    ['while it is paused', [decided('pause', 0), renewal(11)], 1],
    ['on its way as she resumes', [decided('pause', 0), decided('resume', 20), renewal(19, { answeredAt: 31 })], 0],
    ['after she resumed', [decided('pause', 0), decided('resume', 20), renewal(25)], 0],
    ['after a wish that came to nothing', [decided('revoke', 0, 503), renewal(11)], 0],
    ['of another session', [decided('revoke', 0), renewal(11, { path: '/data-sessions/other/token' })], 0],
    ['and was refused', [decided('revoke', 0), renewal(11, { status: 403 })], 0],
  ])('%s', (_, calls, late) => {
    expect(lateTokensAmong(calls, { consent: 'consent', ...of })).toHaveLength(late);
  });
});
