import { z } from 'zod';
import { digest } from '../claims/forms.ts';

const number = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/);

/** The public half of a passkey: ES256, EdDSA or RS256, told by its members. */
export const passkeyJwk = z.union([
  z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: digest, y: digest }),
  z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: digest }),
  /** 2048 to 8192 bits. */
  z.strictObject({ kty: z.literal('RSA'), n: number(342, 1366), e: number(1, 8) }),
]);
export type PasskeyJwk = z.infer<typeof passkeyJwk>;
