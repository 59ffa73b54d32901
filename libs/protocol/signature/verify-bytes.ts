import type { PasskeyJwk } from '../key/passkey-jwk.ts';

const algorithms = {
  EC: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  OKP: { name: 'Ed25519' },
  RSA: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
} as const;

/** Through WebCrypto, in browsers and Node. */
export async function verifyBytes(jwk: PasskeyJwk, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const algorithm = algorithms[jwk.kty];
  const raw = jwk.kty === 'EC' ? rawOf(signature) : signature;
  if (raw === undefined) return false;
  try {
    const key = await crypto.subtle.importKey('jwk', { ...jwk }, algorithm, false, ['verify']);
    return await crypto.subtle.verify(algorithm, key, new Uint8Array(raw), new Uint8Array(bytes));
  } catch {
    // Such a key cannot have signed anything.
    return false;
  }
}

/** WebCrypto wants r and s side by side, 32 bytes each. @returns undefined where it is not the DER of two such numbers */
function rawOf(der: Uint8Array): Uint8Array | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  const raw = new Uint8Array(64);
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1] ?? 0;
    const number = der.subarray(at + 2, at + 2 + length);
    if (der[at] !== 0x02 || number.length !== length || length === 0 || !isShortest(number)) return undefined;
    const digits = number[0] === 0 ? number.subarray(1) : number;
    if (digits.length > 32) return undefined;
    raw.set(digits, end - digits.length);
    at += 2 + length;
  }
  return at === der.length ? raw : undefined;
}

/** DER has one spelling of a number, and these are positive: a zero leads only where the sign would be taken for one. */
function isShortest(number: Uint8Array): boolean {
  const [first = 0, second = 0] = number;
  return first === 0 ? number.length > 1 && second >= 0x80 : first < 0x80;
}
