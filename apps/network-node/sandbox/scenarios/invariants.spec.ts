import { describe, expect, it } from 'vitest';
import type { CallView } from '../sandbox-acts.ts';
import { invariants, type Played } from './invariants.ts';

const call = (path: string, more: Partial<CallView> = {}): CallView => ({
  ...{ n: 1, callee: 'bank', caller: 'lender', method: 'GET', path, status: 200, sentAt: 0, answeredAt: 0 },
  ...more,
});
const versions: Readonly<Record<string, number>> = { issued: 1, paused: 2, resumed: 3, revoked: 4 };
const told = (what: string, subject = 'artefact') =>
  call('/events', {
    method: 'POST',
    caller: 'saathi',
    status: 202,
    event: { type: `urn:assent:event:consent-artefact.${what}`, subject, version: versions[what] ?? 0 },
  });
const part = call('/data-sessions/s/parts/0');
/** One after another, each answered before the next is sent. */
const inTurn = (calls: readonly CallView[]) =>
  calls.map((one, index) => ({ ...one, n: index + 1, sentAt: 10 * index, answeredAt: 10 * index + 5 }));
const broken = (played: Partial<Played>) =>
  invariants.filter(({ find }) => find({ calls: [], answers: [], ...played }) !== undefined).map(({ name }) => name);

describe('what must hold', () => {
  it.each([
    ['a part after the withdrawal was heard', [told('issued'), told('revoked'), part], true],
    ['a part while it is paused', [told('issued'), told('paused'), part], true],
    ['a part before', [told('issued'), part, told('revoked')], false],
    ['a part once it is resumed', [told('issued'), told('paused'), told('resumed'), part], false],
    [
      'a part once it is resumed, and the pause is heard late',
      [told('issued'), told('resumed'), told('paused'), part],
      false,
    ],
    ['a part that was refused', [told('issued'), told('revoked'), { ...part, status: 403 }], false],
    ['a withdrawal that was not taken', [told('issued'), { ...told('revoked'), status: 503 }, part], false],
    ['a withdrawal of something from before', [told('revoked', 'other'), told('issued'), part], false],
    ['a part of another provider', [told('issued'), told('revoked'), { ...part, callee: 'hospital' }], false],
  ])('%s', (_, calls, isBroken) => {
    expect(broken({ calls: inTurn(calls) })).toEqual(isBroken ? ['no-release-after-refusal'] : []);
  });

  it('not that a part is still on its way when the withdrawal is heard', () => {
    const [issued, revoked] = inTurn([told('issued'), told('revoked')]);
    const crossing = { ...part, sentAt: 12, answeredAt: 30 };
    expect(broken({ calls: [issued, revoked, crossing].filter((one) => one !== undefined) })).toEqual([]);
  });

  const request = (id: string) => ({ request: { id, sessions: [] } });
  const record = (...at: string[]) => ({ consent: { fetches: at.map((requestedAt) => ({ requestedAt })) } });

  it.each([
    ['two uses for one data request', [request('a'), request('a'), record('1', '2')], true],
    ['one use, asked for twice', [request('a'), request('a'), record('1')], false],
    ['one use with two providers', [request('a'), record('1', '1')], false],
    ['two uses of two', [request('a'), request('b'), record('1', '2')], false],
  ])('%s', (_, answers, isBroken) => {
    expect(broken({ answers })).toEqual(isBroken ? ['one-use-per-request'] : []);
  });
});
