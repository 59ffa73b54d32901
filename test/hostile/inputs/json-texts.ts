import fc from 'fast-check';

/** Values that JSON carries unchanged (RFC 7493). */
export const jsonValues: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 6, withCrossShrink: true }, tie('leaf'), tie('array'), tie('object')),
  leaf: fc.oneof(
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Number.isInteger(n) || Number.isSafeInteger(n)),
    fc.string({ unit: 'binary' }),
  ),
  array: fc.array(tie('value'), { maxLength: 5 }),
  object: fc
    .uniqueArray(fc.tuple(fc.string({ unit: 'binary', maxLength: 8 }), tie('value')), {
      maxLength: 5,
      selector: ([name]) => name,
    })
    .chain((members) =>
      // One that looks like a refusal of our own is JSON like any other.
      fc
        .constantFrom([], [], [], [['refused', true] as const, ['code', 'x'] as const])
        .map((more) => Object.fromEntries([...members.filter(([name]) => name !== '__proto__'), ...more])),
    ),
})).value;

/** Ways to write the same text: white space, escapes. */
export const spellings = fc.record({
  indent: fc.constantFrom('', ' ', '\t', '\n', '\r\n'),
  escapeAll: fc.boolean(),
});

export function writeJson(value: unknown, { indent, escapeAll }: { indent: string; escapeAll: boolean }): string {
  const text = JSON.stringify(value, undefined, indent === '' || indent.trim() !== '' ? '' : indent);
  return escapeAll ? text.replace(/[^\x20-\x7e\t\n\r]/g, escaped) : text;
}

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Each makes something of a good JSON text that no strict reader may take. */
export const spoilers: Readonly<Record<string, (good: string, n: number) => string | Uint8Array>> = {
  'a byte order mark': (good) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(good)]),
  'UTF-16, little end first': (good) => Buffer.from(`\ufeff{"a":${good}}`, 'utf16le'),
  'UTF-16 without a mark': (good) => Buffer.from(`{"a":${good}}`, 'utf16le'),
  'Latin-1': (good) => Buffer.concat([Buffer.from('{"é":', 'latin1'), Buffer.from(good), Buffer.from('}')]),
  'an overlong slash': (good) => aroundBytes(good, [0xc0, 0xaf]),
  'an overlong NUL': (good) => aroundBytes(good, [0xc0, 0x80]),
  'three bytes where two do': (good) => aroundBytes(good, [0xe0, 0x80, 0xaf]),
  'a surrogate in UTF-8': (good) => aroundBytes(good, [0xed, 0xa0, 0x80]),
  'beyond Unicode': (good) => aroundBytes(good, [0xf4, 0x90, 0x80, 0x80]),
  'a character cut short': (good) => aroundBytes(good, [0xe2, 0x82]),
  'a member twice': (good) => `{"a":${good},"a":1}`,
  'a member twice, one escaped': (good) => `{"a":${good},"\\u0061":1}`,
  'a member twice, deep down': (good, n) => `${'['.repeat(n % 20)}{"b":{"a":${good},"a":1}}${']'.repeat(n % 20)}`,
  'an empty name twice': (good) => `{"":${good},"":1}`,
  'a prototype': (good) => `{"__proto__":${good}}`,
  'a prototype, escaped': (good) => `{"\\u005f_proto__":${good}}`,
  'a lone surrogate': (good, n) => `[${good},"\\ud8${(n % 256).toString(16).padStart(2, '0')}"]`,
  'a lone low surrogate': (good) => `[${good},"\\udc00x"]`,
  'surrogates the wrong way round': (good) => `[${good},"\\udc00\\ud800"]`,
  'a lone surrogate in a name': (good) => `{"\\udfff":${good}}`,
  'a raw NUL': (good) => `[${good},"\u0000"]`,
  'a raw control character': (good, n) => `[${good},"${String.fromCharCode(n % 32)}"]`,
  'a number too large': (good, n) => `[${good},1e${309 + n}]`,
  'a negative number too large': (good, n) => `[${good},-9${'9'.repeat(310 + (n % 1000))}]`,
  'an integer that no double holds': (good, n) => `[${good},${9_007_199_254_740_992n + BigInt(n)}]`,
  'a hexadecimal number': (good) => `[${good},0x1F]`,
  'an octal number': (good) => `[${good},017]`,
  'a plus sign': (good) => `[${good},+1]`,
  'a bare point': (good, n) => `[${good},${n % 2 === 0 ? '.5' : '5.'}]`,
  'an exponent of nothing': (good) => `[${good},1e]`,
  'not a number': (good, n) => `[${good},${['NaN', 'Infinity', '-Infinity', 'undefined'][n % 4]}]`,
  'a trailing comma': (good, n) => (n % 2 === 0 ? `[${good},]` : `{"a":${good},}`),
  'a comma too many': (good) => `[,${good}]`,
  'no comma': (good) => `[${good} ${good}]`,
  'a comment': (good, n) => (n % 2 === 0 ? `/* */${good}` : `${good} // so`),
  'single quotes': (good) => `{'a':${good}}`,
  'a name without quotes': (good) => `{a:${good}}`,
  'a non-breaking space': (good) => `\u00a0${good}`,
  'a vertical tab': (good) => `\u000b${good}`,
  'two values': (good, n) => `${good}${['\n', ' ', '\u001e'][n % 3]}${good}`,
  'an end too many': (good, n) => `${good}${n % 2 === 0 ? ']' : '}'}`,
  'no end': (good, n) => (n % 2 === 0 ? `[${good}` : `{"a":${good}`),
  'an unknown escape': (good, n) => `[${good},"\\${['x41', 'a', 'u12', 'U0041', '0', "'"][n % 6]}"]`,
  nothing: (_good, n) => ' '.repeat(n % 5),
  'too deep a list': (good, n) => `${'['.repeat(33 + (n % 2000))}${good}${']'.repeat(33 + (n % 2000))}`,
  'too deep an object': (good, n) => `${'{"a":'.repeat(33 + (n % 2000))}${good}${'}'.repeat(33 + (n % 2000))}`,
};

const aroundBytes = (good: string, bytes: readonly number[]): Uint8Array =>
  Buffer.concat([Buffer.from(`[${good},"`), Buffer.from(bytes), Buffer.from('"]')]);

/** A text that is large in one way, and how large: an answer must come at once. */
export const bombs: Readonly<Record<string, () => string>> = {
  'a million open lists': () => '['.repeat(1_000_000),
  'a million lists': () => `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`,
  'two hundred thousand objects, one in another': () => `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`,
  'half a million items': () => `[${'0,'.repeat(500_000)}0]`,
  'three hundred thousand objects': () => `[${'{},'.repeat(300_000)}{}]`,
  'a hundred thousand members': () => `{${Array.from({ length: 100_000 }, (_, n) => `"${n}":0`).join()}}`,
  'a number of a million digits': () => '9'.repeat(1_000_000),
  'a fraction of a million digits': () => `0.${'9'.repeat(1_000_000)}`,
  'a million backslashes': () => `"${'\\'.repeat(1_000_001)}"`,
  'a million quotes': () => '"'.repeat(1_000_000),
  'a million colons': () => ':'.repeat(1_000_000),
};

/** Alters a text a little, anywhere. */
export const alterations = fc.array(
  fc.record({
    kind: fc.constantFrom('drop', 'insert', 'replace', 'double', 'cut'),
    at: fc.nat(100_000),
    length: fc.integer({ min: 1, max: 6 }),
    bytes: fc.oneof(
      fc.constantFrom(...['"', '\\', '{', '}', '[', ']', ',', ':', '0', '-', 'e', '.', '\u0000', '\\u', ' ', '1e999']),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);
export type Alterations = typeof alterations extends fc.Arbitrary<infer T> ? T : never;

export function alter(text: string, changes: Alterations): string {
  let altered = text;
  for (const { kind, at: drawn, length, bytes } of changes) {
    const at = altered.length === 0 ? 0 : drawn % altered.length;
    const rest = altered.slice(at + length);
    if (kind === 'drop') altered = altered.slice(0, at) + rest;
    else if (kind === 'insert') altered = altered.slice(0, at) + bytes + altered.slice(at);
    else if (kind === 'replace') altered = altered.slice(0, at) + bytes + rest;
    else if (kind === 'double') altered = altered.slice(0, at + length) + altered.slice(at);
    else altered = altered.slice(0, at);
  }
  return altered;
}
