import { calculateJwkThumbprint } from 'jose';
import { type PublicJwk, publicJwkOf } from './jwk.ts';

/** RFC 7638, SHA-256, base64url: the `kid` and `jkt` of a key. */
export async function thumbprintOf(jwk: PublicJwk): Promise<string> {
  return calculateJwkThumbprint({ ...publicJwkOf(jwk) }, 'sha256');
}
