import fc from 'fast-check';
import { alter, alterations, spoilers } from '../inputs/json-texts.ts';
import type { Credentials } from './hostile-network.ts';
import type { Operation } from './operations.ts';

/** What stands in the body, before anyone signs it. */
export type BodyKind = 'fitting' | 'spoiled' | 'altered' | 'bytes' | 'none' | 'unsigned' | 'signed by a stranger';

export interface DrawnCall {
  readonly operation: Operation;
  readonly credentials: Credentials;
  readonly path: string;
  readonly kind: BodyKind;
  /** Claims where the operation takes a signed body. */
  readonly value: unknown;
  readonly bytes: string | Uint8Array;
  readonly type: string | undefined;
  readonly signedBy: string;
  readonly headers: Readonly<Record<string, string>>;
}

const contentTypes = [
  'application/json',
  'application/jwt',
  'application/problem+json',
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'json',
  '',
];
const oddHeaders = [
  'idempotency-key',
  'if-none-match',
  'traceparent',
  'x-forwarded-for',
  'x-http-method-override',
  'content-encoding',

  'prefer',
  'accept',
  'range',
  'dpop',
];
const headerValues = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    'gzip',
    'DELETE',
    '127.0.0.1',
    '*',
    'bytes=0-',
    '"',
    '../..',
    '00-0-0-0',
    'x'.repeat(3000),
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
);
/** What a path may hold that no id does. */
const oddSegments = fc.constantFrom(
  '%00',
  '%ff',
  '..',
  '%2e%2e%2f',
  '%',
  '%zz',
  '',
  "'",
  '%F0%9F%92%A5',
  'constructor',
  '__proto__',
  '0'.repeat(500),
  ';',
  '%0d%0a',
);

/** A call that an operation's own document leads to, more or less. @param ids that are there */
export function drawCall(operation: Operation, ids: readonly string[]): fc.Arbitrary<DrawnCall> {
  const values = operation.body?.values ?? fc.constant(undefined);
  return fc
    .record({
      credentials: fc.constantFrom<Credentials>(
        ...(['good', 'good', 'good', 'page', 'page', 'another site', 'none', 'made up', 'of another'] as const),
      ),
      parameters: fc.tuple(...operation.parameters.map((parameter) => drawParameter(parameter.values, ids, operation))),
      kind: fc.constantFrom<BodyKind>(
        'fitting',
        'fitting',
        'fitting',
        'fitting',
        'fitting',
        'spoiled',
        'altered',
        'bytes',
        'none',
        'unsigned',
        'signed by a stranger',
      ),
      value: values,
      spoiler: fc.constantFrom(...Object.keys(spoilers)),
      n: fc.nat(4000),
      changes: alterations,
      random: fc.uint8Array({ maxLength: 300 }),
      type: fc.option(fc.constantFrom(...contentTypes), { freq: 12, nil: undefined }),
      signedBy: fc.constantFrom('saathi', 'lender', 'bank', 'rival'),
      headers: fc.option(fc.dictionary(fc.constantFrom(...oddHeaders), headerValues, { maxKeys: 3 }), {
        freq: 3,
        nil: undefined,
      }),
    })
    .map(({ parameters, spoiler, n, changes, random, headers, ...drawn }) => {
      const { value, kind } = drawn;
      const text = JSON.stringify(forRole(operation, value)) ?? 'null';
      const spoil = () => spoilers[spoiler]?.(text, n) ?? '';
      const bytes =
        kind === 'spoiled' ? spoil() : kind === 'altered' ? alter(text, changes) : kind === 'bytes' ? random : text;
      return {
        ...drawn,
        operation,
        bytes,
        value: forRole(operation, value),
        path: pathOf(operation, parameters),
        headers: headers ?? {},
      };
    });
}

/** Nobody is to be kept waiting on purpose. */
function forRole({ path }: Operation, value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return path === '/events/poll' && isObject ? { ...value, returnImmediately: true } : value;
}

type Drawn = { readonly raw: string };
const isEnding = /revoke|erase|unlink|me\/account-links/;

function drawParameter(
  values: fc.Arbitrary<unknown>,
  ids: readonly string[],
  { path }: Operation,
): fc.Arbitrary<Drawn> {
  const live = isEnding.test(path) ? fc.uuid() : fc.constantFrom(...ids);
  return fc.oneof(
    { weight: 3, arbitrary: live.map((raw) => ({ raw })) },
    { weight: 3, arbitrary: values.map((value) => ({ raw: encodeURIComponent(inText(value).toWellFormed()) })) },
    { weight: 1, arbitrary: oddSegments.map((raw) => ({ raw })) },
  );
}

/** What is drawn may have no way of its own to become text: an object whose `toString` was drawn, too. */
function inText(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function pathOf({ path, parameters }: Operation, drawn: readonly Drawn[]): string {
  let at = path;
  const query: string[] = [];
  for (const [n, { name, in: place }] of parameters.entries()) {
    const raw = name === 'waitSeconds' ? '0' : (drawn[n]?.raw ?? '');
    if (place === 'path') at = at.replace(`{${name}}`, () => raw);
    else if (raw !== '') query.push(`${name}=${raw}`);
  }
  return query.length === 0 ? at : `${at}?${query.join('&')}`;
}
