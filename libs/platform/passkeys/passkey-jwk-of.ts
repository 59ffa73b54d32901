import { cose, decodeCredentialPublicKey } from '@simplewebauthn/server/helpers';
import { encodeBase64url, type PasskeyJwk, passkeyJwk } from '#protocol';
import type { Passkey } from './passkey.ts';

/** The public key in the form in which evidence carries it. */
export function passkeyJwkOf({ publicKey }: Pick<Passkey, 'publicKey'>): PasskeyJwk {
  return passkeyJwk.parse(membersOf(decodeCredentialPublicKey(new Uint8Array(publicKey))));
}

function membersOf(key: cose.COSEPublicKey): object {
  const text = (bytes: Uint8Array | undefined) => encodeBase64url(bytes ?? new Uint8Array(0));
  const { x, y, n, e } = cose.COSEKEYS;
  if (cose.isCOSEPublicKeyEC2(key)) return { kty: 'EC', crv: 'P-256', x: text(key.get(x)), y: text(key.get(y)) };
  if (cose.isCOSEPublicKeyOKP(key)) return { kty: 'OKP', crv: 'Ed25519', x: text(key.get(x)) };
  if (cose.isCOSEPublicKeyRSA(key)) return { kty: 'RSA', n: text(key.get(n)), e: text(key.get(e)) };
  return {};
}
