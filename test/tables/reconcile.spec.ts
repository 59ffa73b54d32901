import { describe, expect, test } from 'vitest';
import { type BothSides, findingWords, reconcile, type SessionFinding, sessionFindings } from '#domain';

const [early, deadline, late] = ['2026-05-01T09:00:00.000Z', '2026-05-02T09:00:00.000Z', '2026-05-03T09:00:00.000Z'];
const [one, other] = ['A', 'B'];

type Sent = BothSides['sent'];
type Received = BothSides['received'];
const sent = (served: number, manifestDigest = one): Sent => ({ manifestDigest, served });
const received = (records: number, misfits: number | null = 0, manifestDigest = one): Received => ({
  manifestDigest,
  records,
  misfits,
});

const rows: readonly (readonly [string, Sent, Received, at: string, SessionFinding | undefined])[] = [
  ['neither has spoken', null, null, late, undefined],
  ['the provider alone, in time', sent(3), null, early, undefined],
  ['the provider alone, at the moment it is late', sent(3), null, deadline, 'not-received-in-time'],
  ['the provider alone, of nothing', sent(0), null, early, 'agrees'],
  ['the data user alone, in time', null, received(3), early, undefined],
  ['the data user alone, late', null, received(3), late, 'received-but-not-sent'],
  ['the data user alone, of nothing', null, received(0), late, 'agrees'],
  ['the data user alone, of nothing that fits', null, received(0, 2), late, 'received-but-not-sent'],
  ['both of the same', sent(3), received(3), late, 'agrees'],
  ['both of nothing', sent(0), received(0), late, 'agrees'],
  ['some did not fit', sent(3), received(1, 2), early, 'agrees'],
  ['of another manifest', sent(3), received(3, 0, other), early, 'digests-differ'],
  ['of another manifest and count', sent(3), received(4, 0, other), early, 'digests-differ'],
  ['fewer came', sent(3), received(2), early, 'counts-differ'],
  ['more came', sent(3), received(4), early, 'counts-differ'],
  ['nothing came', sent(3), received(0), early, 'counts-differ'],
  ['fewer are kept, and misfits were not counted yet', sent(3), received(2, null), early, 'agrees'],
  ['nothing is kept, and misfits were not counted yet', sent(3), received(0, null), early, 'counts-differ'],
];

describe('what both sides said of a session', () => {
  test.each(rows)('%s', (_name, ofProvider, ofUser, now, finding) => {
    expect(reconcile({ sent: ofProvider, received: ofUser, confirmBy: deadline }, now)).toBe(finding);
  });

  test('is late where nobody waits any more', () => {
    expect(reconcile({ sent: sent(1), received: null, confirmBy: null }, early)).toBe('not-received-in-time');
  });

  test('comes to every finding there is, each with its meaning', () => {
    expect(new Set(rows.map(([, , , , finding]) => finding))).toEqual(new Set([...sessionFindings, undefined]));
    expect(Object.keys(findingWords)).toEqual([...sessionFindings]);
  });
});
