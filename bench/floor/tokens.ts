import { createPrivateKey, createPublicKey, hash, type JsonWebKey, type KeyObject, sign, verify } from 'node:crypto';

export type Claims = Readonly<Record<string, unknown>>;

const dsaEncoding = 'ieee-p1363';
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'base64url');

/** Signs compact ES256 tokens with a key that was imported once. */
export class TokenSigner {
  private readonly key: KeyObject;
  readonly publicJwk: JsonWebKey;
  private readonly kid: string;

  constructor(jwk: JsonWebKey) {
    this.key = createPrivateKey({ key: jwk, format: 'jwk' });
    this.publicJwk = createPublicKey(this.key).export({ format: 'jwk' });
    this.kid = sha256(JSON.stringify(this.publicJwk));
  }

  sign(typ: string, claims: Claims): string {
    const known = typ === 'dpop+jwt' ? { jwk: this.publicJwk } : { kid: this.kid };
    const input = `${encode({ alg: 'ES256', ...known, typ })}.${encode(claims)}`;
    return `${input}.${sign('sha256', Buffer.from(input), { key: this.key, dsaEncoding }).toString('base64url')}`;
  }
}

/** Verifies tokens of one known key. @throws where the signature is none */
export class TokenVerifier {
  private readonly key: KeyObject;

  constructor(jwk: JsonWebKey) {
    this.key = createPublicKey({ key: jwk, format: 'jwk' });
  }

  verify(token: string): Claims {
    const end = token.lastIndexOf('.');
    const signature = Buffer.from(token.slice(end + 1), 'base64url');
    if (!verify('sha256', Buffer.from(token.slice(0, end)), { key: this.key, dsaEncoding }, signature)) {
      throw new Error('a signature does not hold');
    }
    return readClaims(token);
  }
}

/** The claims of a token, unverified. */
export function readClaims(token: string): Claims {
  const payload = token.slice(token.indexOf('.') + 1, token.lastIndexOf('.'));
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
}
