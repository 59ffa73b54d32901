import { type ArtefactClaims, decodeBase64url } from '#protocol';

/** Of a token that this role signed itself: what it says, without verifying it once more. */
export function artefactClaims(token: string): ArtefactClaims {
  const payload = decodeBase64url(token.split('.')[1] ?? '') ?? new Uint8Array(0);
  return JSON.parse(Buffer.from(payload).toString('utf8')) as ArtefactClaims;
}
