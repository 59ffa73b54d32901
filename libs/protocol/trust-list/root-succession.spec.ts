import { describe, expect, it } from 'vitest';
import { addSeconds, isRefusal } from '#domain';
import { SampleNetwork, sampleIds } from '../../testing/network/sample-network.ts';
import type { ListedKey } from '../participant/participant.ts';
import { nodeCryptography } from '../signature/node-cryptography.ts';
import { createTrustList } from './create-trust-list.ts';
import { createRootSuccession } from './root-succession.ts';
import { type TrustListContext, verifyTrustList } from './verify-trust-list.ts';

const now = '2026-06-01T12:00:00.000Z';
const operator = sampleIds.registry;
const network = await SampleNetwork.create();
const newSigner = async () => nodeCryptography.createSigner(await nodeCryptography.generateKey());
const [first, second, third, thief] = await Promise.all([newSigner(), newSigner(), newSigner(), newSigner()]);
type Root = typeof first;
const root = ({ publicJwk: jwk }: Root) => ({ operator, jwk });
const follows = (old: Root, next: Root, of: string = operator) => createRootSuccession(old, of, next.publicJwk, now);

/** A list by this root that names these keys as its operator's own. */
async function listBy(signer: Root, successions: string[], ends: Partial<Record<string, Partial<ListedKey>>> = {}) {
  const keys = [first, second, third].map(
    ({ kid, publicJwk: jwk }): ListedKey => ({
      kid,
      use: 'trust-list',
      jwk,
      validFrom: '2026-01-01T00:00:00.000Z',
      ...ends[kid],
    }),
  );
  const { participants } = network.withParticipant('registry', { keys });
  const options = { signer, operator: { id: operator, name: 'The registry' }, network: 'Sample', sequence: 9 };
  return createTrustList({ ...options, now, participants, rootSuccessions: successions });
}
const outcome = async (raw: string, context: Partial<TrustListContext> = {}) => {
  const result = await verifyTrustList(raw, {
    roots: [root(first)],
    now: addSeconds(now, 1),
    cryptography: nodeCryptography,
    ...context,
  });
  return isRefusal(result) ? result.code : 'accepted';
};
const refused = 'trust-list-not-from-root';

describe('one who pinned the first root follows', () => {
  it('to the second and the third, by what each old root signed', async () => {
    expect(await outcome(await listBy(second, [await follows(first, second)]))).toBe('accepted');
    const both = [await follows(first, second), await follows(second, third)];
    expect(await outcome(await listBy(third, both))).toBe('accepted');
    expect(await outcome(await listBy(first, both))).toBe('accepted');
  });

  it('although the first has retired meanwhile', async () => {
    const list = await listBy(second, [await follows(first, second)], { [first.kid]: { retiredAt: now } });
    expect(await outcome(list)).toBe('accepted');
  });

  it.each<[string, () => Promise<string[]>]>([
    ['where nothing leads there', async () => []],
    ['where a step is missing', async () => [await follows(second, third)]],
    [
      'where the steps stand the wrong way round',
      async () => [await follows(second, third), await follows(first, second)],
    ],
    ['where a stranger names it', async () => [await follows(thief, third)]],
    ['where it names itself', async () => [await follows(third, third)]],
    ['where the step is of another registry', async () => [await follows(first, third, 'https://other.example')]],
    ['where the step was changed', async () => [`${(await follows(first, third)).slice(0, -8)}AAAAAAAA`]],
    ['where the step is nonsense', async () => ['a.b.c', 'nonsense']],
  ])('not %s', async (_what, successions) => {
    expect(await outcome(await listBy(third, await successions()))).toBe(refused);
  });

  it('not to a point that is not on the curve', async () => {
    const off = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } as const;
    const step = await createRootSuccession(first, operator, off, now);
    expect(await outcome(await listBy(third, [step]))).toBe(refused);
  });

  it('not along more steps than a list may hold', async () => {
    const step = await follows(first, second);
    await expect(listBy(second, Array(17).fill(step))).rejects.toThrow();
  });

  it('not once the first is known to be compromised: whoever stole it could have named the second', async () => {
    const list = await listBy(second, [await follows(first, second)], { [first.kid]: { compromisedSince: now } });
    expect(await outcome(list)).toBe(refused);
    expect(await outcome(list, { roots: [root(second)] })).toBe('accepted');
  });
});

describe('a root that has ended', () => {
  it('signs and names nothing any more, though it is still pinned', async () => {
    const endedRoots = [first.kid];
    expect(await outcome(await listBy(first, []), { endedRoots })).toBe(refused);
    expect(await outcome(await listBy(second, [await follows(first, second)]), { endedRoots })).toBe(refused);
    expect(await outcome(await listBy(second, []), { endedRoots, roots: [root(first), root(second)] })).toBe(
      'accepted',
    );
  });

  it('is told by the list itself, the retired one from its moment on', async () => {
    const ends = { [first.kid]: { retiredAt: now }, [third.kid]: { compromisedSince: now } };
    const list = await verifyTrustList(await listBy(second, [], ends), { roots: [root(second)], now });
    if (isRefusal(list)) throw new Error(list.code);
    expect(list.endedRoots(now).sort()).toEqual([first.kid, third.kid].sort());
    expect(list.endedRoots(addSeconds(now, -1))).toEqual([third.kid]);
    expect(list.roots(now)).toEqual([root(second)]);
  });

  it('may say so of itself: that is believed whoever wrote it', async () => {
    expect(await outcome(await listBy(first, [], { [first.kid]: { compromisedSince: now } }))).toBe('accepted');
  });
});
