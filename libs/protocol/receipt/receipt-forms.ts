import { z } from 'zod';
import { consentModes } from '#domain';
import { code, digest, duration, instant, participantId, text, uuidv7 } from '../claims/forms.ts';
import { fieldName } from '../consent-terms/consent-terms.ts';
import { receiptContext } from './receipt-context.ts';

/** This value and no other, member by member. */
function exactly(value: unknown): z.ZodType {
  if (typeof value !== 'object' || value === null) return z.literal(value as string);
  return z.strictObject(Object.fromEntries(Object.entries(value).map(([name, part]) => [name, exactly(part)])));
}

/** A compact token inside a receipt; each is verified by itself. */
export const insideToken = z.string().min(1).max(262_144);

/** What goes round every receipt; `schema`: which form it has. */
export const receiptHeader = <T extends string>(type: T, schema: string) => ({
  '@context': exactly(receiptContext),
  '@id': z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/),
  '@type': z.literal(type),
  'dct:conformsTo': z.literal(schema),
  /** The `jti` of its signature: a receipt is made anew each time it is asked for. */
  'dct:identifier': uuidv7,
  'dct:created': instant,
  /** The consent manager. */
  'dct:publisher': participantId,
});

/** `receipt+jwt` over the digest of all else. */
export const receiptSignature = z.string().min(1).max(4096);

export const entity = z.strictObject({
  '@id': participantId,
  '@type': z.literal('dpv:LegalEntity'),
  'dpv:hasIdentifier': participantId,
  /** As the trust list had it when the receipt was made. */
  'dpv:hasName': z.string().min(1).max(400),
});
export type Entity = z.infer<typeof entity>;

export const dataSubject = z.strictObject({
  '@type': z.literal('dpv:DataSubject'),
  /** Her id at the consent manager; counterparts know her by pseudonyms. */
  'dct:identifier': z.string().min(1).max(300),
});

export const purpose = z.strictObject({
  '@type': z.literal('dpv:Purpose'),
  'dct:identifier': code,
  /** Of the code. */
  'dct:title': z.string().min(1).max(400),
  'dct:description': text(500),
});

export const personalData = z.strictObject({
  '@type': z.literal('dpv:PersonalData'),
  'dct:identifier': code,
  'dct:title': z.string().min(1).max(400),
  /** Every field where absent. */
  'assent:fields': z.array(fieldName).min(1).max(100).optional(),
});
export type PersonalData = z.infer<typeof personalData>;

/** How long what was received may be kept, from its receipt. */
export const storage = z.strictObject({
  '@type': z.literal('dpv:StorageDuration'),
  'dpv:hasDuration': z.strictObject({ '@type': z.literal('dpv:TemporalDuration'), 'rdf:value': duration }),
  'assent:consentMode': z.enum(consentModes),
  'assent:eraseOnRevocation': z.boolean(),
});

/** Entries of the manager's audit trail, as they are hashed, and their inclusion proofs under one checkpoint. */
export const trailEvidence = z.strictObject({
  /** `trail-checkpoint+jwt` */
  checkpoint: z.string().min(1).max(4096),
  entries: z
    .array(
      z.strictObject({
        index: z.int().min(0),
        /** Canonical JSON: the bytes of the leaf. */
        entry: z.string().min(2).max(4096),
        path: z.array(digest).max(64),
      }),
    )
    .min(1)
    .max(202),
});
export type TrailEvidence = z.infer<typeof trailEvidence>;
