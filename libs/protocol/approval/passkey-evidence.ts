import { z } from 'zod';
import { digest } from '../claims/forms.ts';
import { passkeyJwk } from '../key/passkey-jwk.ts';

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/);

/** A yes said with a passkey: opens offline, in a receipt or a dispute. */
export const passkeyEvidence = z.strictObject({
  /** Of the artefacts, each under its salt: the challenge is the SHA-256 of the canonical form of this list. */
  digests: z.array(digest).min(2).max(201),
  publicKey: passkeyJwk,
  credentialId: base64url(1364),
  authenticatorData: base64url(4096),
  clientDataJSON: base64url(4096),
  /** ECDSA in DER, as WebAuthn has it. */
  signature: base64url(2048),
});
export type PasskeyEvidence = z.infer<typeof passkeyEvidence>;
