import fc from 'fast-check';
import { alter, alterations, jsonValues, spoilers } from './json-texts.ts';

/** Values that JSON carries and that trip who does not expect them. */
const trapValues: readonly unknown[] = [
  ...['', '__proto__', 'constructor', 'hasOwnProperty', 'toString', '\u0000', '\ud800', ' ', '.', '..', '//', '../x'],
  ...[null, true, 0, -0, -1, 1e308, 2 ** 53, [], {}, [null], [[]]],
  ...[{ toString: 1, valueOf: 1 }, { toString: null }, { length: 1e9 }, { resourceType: 'Patient' }, { reference: 1 }],
  'x'.repeat(70_000),
];

/** What stands in its place in names. */
const trapNames = ['__proto__', 'constructor', 'toString', 'files', 'keyFile', '', 'x.y', '\u0000'];

interface Change {
  readonly at: number;
  readonly value: unknown;
  readonly how: 'replace' | 'drop' | 'rename' | 'add';
  readonly name: string;
}

/** A sample of JSON with one change anywhere: another value, a member less, a member more, another name. */
export function nearJson(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  const change: fc.Arbitrary<Change> = fc.record({
    at: fc.nat(1000),
    value: fc.oneof(fc.constantFrom(...trapValues), jsonValues),
    how: fc.constantFrom('replace', 'replace', 'drop', 'rename', 'add'),
    name: fc.constantFrom(...trapNames),
  });
  return fc.tuple(fc.constantFrom(...samples), change).map(([sample, drawn]) => changeAt(sample, drawn));
}

function changeAt(sample: unknown, { at, value, how, name }: Change): unknown {
  const target = at % countNodes(sample);
  let seen = -1;
  const rebuild = (node: unknown): unknown => {
    seen += 1;
    if (seen === target && how === 'replace') return value;
    const isTarget = seen === target;
    if (Array.isArray(node)) {
      const items = node.map(rebuild);
      if (!isTarget) return items;
      return how === 'drop' ? items.slice(1) : [...items, value];
    }
    if (typeof node !== 'object' || node === null) return isTarget ? value : node;
    const members = Object.entries(node).map(([own, inner]) => [own, rebuild(inner)] as const);
    if (!isTarget) return fromMembers(members);
    if (how === 'drop') return fromMembers(members.slice(1));
    if (how === 'rename') return fromMembers(members.map((member, n) => (n === 0 ? [name, member[1]] : member)));
    return fromMembers([...members, [name, value]]);
  };
  return rebuild(sample);
}

/** Defined, not assigned: also a member `__proto__` is one. */
const fromMembers = (members: ReadonlyArray<readonly [string, unknown]>): object => Object.fromEntries(members);

function countNodes(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 1;
  return Object.values(node).reduce<number>((sum, inner) => sum + countNodes(inner), 1);
}

/** Arbitrary bytes, and good samples changed in one place, cut at any byte, spoiled in a known way. */
export function nearBytes(samples: readonly unknown[]): fc.Arbitrary<Buffer> {
  const good = fc.constantFrom(...samples.map((sample) => JSON.stringify(sample)));
  const bytes = fc.oneof(
    { weight: 5, arbitrary: nearJson(samples).map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: fc.tuple(good, alterations).map(([text, changes]) => alter(text, changes)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(good, fc.constantFrom(...Object.keys(spoilers)), fc.nat(40_000))
        .map(([text, how, n]) => spoilers[how]?.(text, n) ?? ''),
    },
    { weight: 1, arbitrary: fc.tuple(good, fc.nat(10_000)).map(([text, at]) => Buffer.from(text).subarray(0, at)) },
    {
      weight: 1,
      arbitrary: fc.tuple(good, fc.nat(10_000), fc.nat(255)).map(([text, at, byte]) => {
        const changed = Buffer.from(text);
        changed[at % changed.length] = byte;
        return changed;
      }),
    },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    { weight: 1, arbitrary: fc.constantFrom(...samples.map((sample) => JSON.stringify(sample))) },
    { weight: 1, arbitrary: fc.constantFrom('['.repeat(100_000), '{"a":'.repeat(50_000), `"${'x'.repeat(200_000)}`) },
  );
  return bytes.map((drawn) => (typeof drawn === 'string' ? Buffer.from(drawn) : Buffer.from(drawn)));
}

/** The same as text, as a file that is read as UTF-8 comes. */
export const nearTexts = (samples: readonly unknown[]): fc.Arbitrary<string> =>
  nearBytes(samples).map((bytes) => bytes.toString('utf8'));

/** Bytes cut into chunks anywhere. */
export function inChunks(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b);
  return [...places, bytes.length].map((to, n) => bytes.subarray(n === 0 ? 0 : places[n - 1], to));
}

/** Runs to a value, or to an error of the kind the reader names; any other is a fault. */
export async function valueOr<T>(
  kind: new (...given: never[]) => Error,
  act: () => T | Promise<T>,
): Promise<{ value: T } | { error: Error }> {
  try {
    return { value: await act() };
  } catch (error) {
    if (!(error instanceof kind)) throw error;
    return { error };
  }
}
