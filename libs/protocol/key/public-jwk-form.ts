import { z } from 'zod';
import { keyUses } from '#domain';
import { isPublicJwk } from './jwk.ts';

/** 32 bytes. */
const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A P-256 public key and nothing else: no other curve or kind, no private member. */
export const publicJwkForm = z
  .strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate })
  .refine(isPublicJwk);

/** What participants have keys for; those for trust lists are the registry's own. */
export const listableKeyUse = z.enum(keyUses).exclude(['trust-list']);
