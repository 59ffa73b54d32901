import { calculateJwkThumbprint } from 'jose';
import type { PublicJwk } from './jwk.ts';

/** RFC 7638, SHA-256, base64url: the `kid` and `jkt` of a key. */
export async function thumbprintOf(jwk: PublicJwk): Promise<string> {
  return calculateJwkThumbprint({ kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y }, 'sha256');
}
