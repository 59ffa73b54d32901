import { z } from 'zod';
import { isDuration, isInstant } from '#domain';

/** A point in time, always `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine(isInstant);

/** ISO 8601, one unit: `P6M`, `P30D`, `PT12H`. */
export const duration = z
  .string()
  .regex(/^P(?:\d{1,4}[YMWD]|T\d{1,6}[HMS])$/)
  .refine(isDuration);

/** A participant's global URI: https without query or fragment, or a urn. */
export const participantId = z
  .string()
  .max(200)
  .regex(
    /^(?:https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:\/[A-Za-z0-9._~/-]*)?|urn:[a-z0-9][a-z0-9-]{0,31}:[A-Za-z0-9._:~/-]+)$/,
  );

export const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
export const uuidv7 = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** SHA-256, base64url: 43 characters, the last of which carries four bits. */
export const digest = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);

/** RFC 7638 thumbprint. */
export const kid = digest;

/** Seconds since 1970 (RFC 7519, section 2), whole. */
export const numericDate = z.int().min(0).max(253_402_300_799);

/** A code of a closed list, a name, an identifier: printable, no spaces, at most 100 characters. */
export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$/);

/** Text for people, without control characters. */
export function text(maxLength: number) {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .regex(/^[^\p{Cc}]*$/u);
}

/** Text for people that may hold line breaks. */
export function longText(maxLength: number) {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .regex(/^(?:[^\p{Cc}]|\n)*$/u);
}
