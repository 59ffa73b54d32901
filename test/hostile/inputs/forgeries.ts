import { createHmac, generateKeyPair, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { encodeBase64url, type Signer } from '#protocol';
import { part, signAs, signText } from './raw-signing.ts';
import type { SignedSample } from './signed-samples.ts';

/** What a forger has: one good token, its signer (for what only a dishonest one would sign), another's key. */
export interface Forge {
  readonly sample: SignedSample;
  readonly header: Record<string, unknown>;
  readonly payload: Record<string, unknown>;
  /** Of the good token. */
  readonly parts: readonly [header: string, payload: string, signature: string];
  readonly stranger: Signer;
  /** Chance. */
  readonly n: number;
}

const partsOf = (token: string) => token.split('.') as [string, string, string];
const decoded = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString());

export function forge(sample: SignedSample, stranger: Signer, n: number): Forge {
  const parts = partsOf(sample.token);
  return { sample, stranger, n, parts, header: decoded(parts[0]), payload: decoded(parts[1]) };
}

const pick = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;
const into = (text: string, n: number, what: string) => {
  const at = n % (text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
};
const withHeader = ({ parts, header }: Forge, change: object) =>
  [part({ ...header, ...change }), parts[1], parts[2]].join('.');
/** The header is changed and signed as it stands, by a signer that knows no better. */
const withSignature = ({ parts: [header, payload] }: Forge, signature: Uint8Array) =>
  `${header}.${payload}.${encodeBase64url(signature)}`;

const drawKey = promisify(generateKeyPair);
const { privateKey: p384 } = await drawKey('ec', { namedCurve: 'P-384' });
const { privateKey: k256 } = await drawKey('ec', { namedCurve: 'secp256k1' });
const { privateKey: ed25519 } = await drawKey('ed25519');

const order = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');
const zero = Buffer.alloc(32);
const one = Buffer.from(`${'0'.repeat(63)}1`, 'hex');
const inputOf = ({ parts }: Forge) => Buffer.from(`${parts[0]}.${parts[1]}`);

/** Each makes a token that nobody may take, out of a good one. */
export const forgeries: Readonly<Record<string, (f: Forge) => string | Promise<string>>> = {
  'white space anywhere': ({ sample, n }) =>
    into(sample.token, n, pick([' ', '\t', '\n', '\r\n', '\u00a0', '%20', '\0'], n)),
  'a character of another alphabet': ({ sample, n }) =>
    into(sample.token, n, pick(['+', '/', '=', '*', 'é', '\ufeff'], n)),
  'a part padded': ({ parts, n }) =>
    parts.map((text, at) => (at === n % 3 ? `${text}${'='.repeat(1 + (n % 3))}` : text)).join('.'),
  'a part with other trailing bits': (f) => withTrailingBits(f),
  'a dot anywhere': ({ sample, n }) => into(sample.token, n, '.'),
  'parts missing': ({ parts, n }) => parts.slice(0, n % 3).join('.'),
  'a part empty': ({ parts, n }) => parts.map((text, at) => (at === n % 3 ? '' : text)).join('.'),
  'five parts, as if encrypted': ({ sample, parts }) => `${sample.token}.${parts[1]}.${parts[2]}`,
  'parts in another order': ({ parts }) => [parts[1], parts[0], parts[2]].join('.'),
  'as JSON': ({ parts: [header, payload, signature], n }) =>
    JSON.stringify(
      pick(
        [
          { protected: header, payload, signature },
          { payload, signatures: [{ protected: header, signature }] },
        ],
        n,
      ),
    ),
  'an unencoded payload': ({ header, payload, parts }) =>
    `${part({ ...header, b64: false, crit: ['b64'] })}.${JSON.stringify(payload)}.${parts[2]}`,
  'a detached payload': ({ parts }) => `${parts[0]}..${parts[2]}`,
  'twice the same': ({ sample }) => sample.token + sample.token,
  'another algorithm': (f) =>
    withHeader(f, {
      alg: pick(
        [
          'none',
          'None',
          'NONE',
          '',
          'HS256',
          'HS384',
          'RS256',
          'PS256',
          'ES384',
          'ES512',
          'ES256K',
          'EdDSA',
          'es256',
          'ES256 ',
          256,
          null,
          ['ES256'],
          true,
        ],
        f.n,
      ),
    }),
  'unsigned, and said to be': (f) =>
    `${part({ ...f.header, alg: 'none' })}.${f.parts[1]}.${pick(['', 'AA', f.parts[2]], f.n)}`,
  'MACed with the public key': ({ header, parts, sample, n }) => {
    const input = `${part({ ...header, alg: pick(['HS256', 'ES256'], n) })}.${parts[1]}`;
    return `${input}.${createHmac('sha256', JSON.stringify(sample.signer.publicJwk)).update(input).digest('base64url')}`;
  },
  'a critical header': (f) => withHeader(f, { crit: pick([['exp'], ['b64'], [], 'exp', null, {}, ['alg']], f.n) }),
  'a key or an address of keys in the header': async (f) => {
    const { stranger, n, sample } = f;
    const names = pick(
      [
        { jku: 'https://evil.example/keys' },
        { x5u: 'https://evil.example/x' },
        { x5c: ['MIIB'] },
        { x5t: 'AAAA' },
        { jwk: stranger.publicJwk },
        { zip: 'DEF' },
        { cty: 'JWT' },
        { b64: true },
      ],
      n,
    );
    const header = { ...f.header, ...names };
    return sample.keyInHeader && 'jwk' in names ? withHeader(f, names) : signAs(sample.signer, header, f.payload);
  },
  'a key id that leads elsewhere': (f) =>
    withHeader(f, {
      kid: pick(
        [
          '../../etc/passwd',
          "' OR 1=1",
          '',
          7,
          null,
          [f.header['kid']],
          `${f.header['kid']}\0`,
          'constructor',
          '__proto__',
        ],
        f.n,
      ),
    }),
  'the key of a stranger under the good key id': ({ header, payload, stranger, sample }) =>
    signAs(stranger, sample.keyInHeader ? { ...header } : header, payload),
  'a header with a member twice': ({ header, parts, n }) => {
    const text = JSON.stringify(header).slice(1);
    return `${part(pick([`{"alg":"none",${text}`, `{"typ":"JWT",${text}`, `{"\\u0061lg":"none",${text}`], n))}.${parts[1]}.${parts[2]}`;
  },
  'a header that is no object': ({ parts, n }) =>
    `${part(pick(['[]', '"ES256"', 'null', '1', '{', '{}'], n))}.${parts[1]}.${parts[2]}`,
  'a payload with a claim twice, rightly signed': ({ sample, header, payload, n }) => {
    const [name = 'iss'] = pick(Object.entries(payload), n);
    return signText(
      sample.signer,
      JSON.stringify(header),
      `{${JSON.stringify(name)}:1,${JSON.stringify(payload).slice(1)}`,
    );
  },
  'a payload that is no object, rightly signed': ({ sample, header, n }) =>
    signText(sample.signer, JSON.stringify(header), pick(['[]', '"x"', 'null', '7', '{}', ''], n)),
  'another type, rightly signed': ({ sample, header, payload, n }) =>
    signAs(
      sample.signer,
      {
        ...header,
        typ: pick(
          [
            'JWT',
            'jwt',
            `application/${sample.typ}`,
            sample.typ.toUpperCase(),
            `${sample.typ} `,
            '',
            null,
            7,
            [sample.typ],
          ],
          n,
        ),
      },
      payload,
    ),
  'a signature in DER': (f) => withSignature(f, derOf(Buffer.from(f.parts[2], 'base64url'))),
  'a signature of zeros': (f) =>
    withSignature(f, pick([Buffer.concat([zero, zero]), Buffer.concat([zero, one]), Buffer.concat([one, zero])], f.n)),
  'a signature at the order of the curve': (f) =>
    withSignature(
      f,
      pick(
        [
          Buffer.concat([order, order]),
          Buffer.concat([order, one]),
          Buffer.concat([one, order]),
          Buffer.alloc(64, 0xff),
        ],
        f.n,
      ),
    ),
  'a signature of another length': (f) => {
    const good = Buffer.from(f.parts[2], 'base64url');
    return withSignature(
      f,
      pick(
        [
          good.subarray(0, 63),
          Buffer.concat([good, zero.subarray(0, 1)]),
          Buffer.concat([zero.subarray(0, 1), good]),
          Buffer.concat([good, good]),
          good.subarray(0, 32),
        ],
        f.n,
      ),
    );
  },
  'r and s changed round': (f) => {
    const good = Buffer.from(f.parts[2], 'base64url');
    return withSignature(f, Buffer.concat([good.subarray(32), good.subarray(0, 32)]));
  },
  'a signature on another curve': (f) => {
    const key = pick([p384, k256], f.n);
    return withSignature(f, sign('sha256', inputOf(f), { key, dsaEncoding: 'ieee-p1363' }));
  },
  'an Ed25519 signature': (f) => withSignature(f, sign(null, inputOf(f), ed25519)),
  'any signature': (f) =>
    withSignature(f, sign('sha256', Buffer.from(`${f.n}`), { key: k256, dsaEncoding: 'ieee-p1363' })),
};

/** A claim of another kind than it must be, rightly signed: the same for every message that has it. */
export const wrongClaims: Readonly<Record<string, readonly unknown[]>> = {
  iss: [undefined, null, 7, '', 'https://stranger.example', ['https://lender.example'], {}, 'constructor', '__proto__'],
  aud: [
    undefined,
    null,
    7,
    '',
    'https://stranger.example',
    [],
    {},
    ['https://stranger.example'],
    [['https://bank.example']],
  ],
  iat: [
    undefined,
    null,
    '1795255200',
    -1,
    1.5,
    1e308,
    true,
    [1795255200],
    253_402_300_800,
    9e15,
    -1e15,
    1_795_255_300,
    5e-324,
  ],
  exp: [null, '1795255260', -1, 1.5, 1e308, true, 0, 253_402_300_800, 9e15],
  jti: [
    undefined,
    null,
    7,
    '',
    'x',
    '019A9B00-0000-7000-8000-000000000007',
    '019a9b00-0000-4000-8000-000000000007',
    ['019a9b00-0000-7000-8000-000000000007'],
    '019a9b00-0000-7000-8000-000000000007\n',
  ],
};

function withTrailingBits({ parts, n }: Forge): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const loose = parts.map((text) => text.length % 4);
  const at = [0, 1, 2].map((k) => (k + n) % 3).find((k) => loose[k] !== 0) ?? 2;
  return parts
    .map((text, k) => {
      if (k !== at) return text;
      const last = alphabet.indexOf(text.at(-1) ?? 'A');
      return text.slice(0, -1) + alphabet[last ^ 1];
    })
    .join('.');
}

function derOf(signature: Buffer): Buffer {
  const integer = (bytes: Buffer) => {
    const positive = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
    return Buffer.concat([Buffer.from([2, positive.length]), positive]);
  };
  const body = Buffer.concat([integer(signature.subarray(0, 32)), integer(signature.subarray(32))]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}
