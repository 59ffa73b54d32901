import { z } from 'zod';
import { accountOutcomes } from '#domain';
import { code, digest, text, uuid } from '../claims/forms.ts';
import { defineMessage } from '../message/define-message.ts';

const accountResult = z.strictObject({
  account: uuid,
  /** Masked, for people: `Savings ••••1234`. */
  label: text(100).optional(),
  outcome: z.enum(accountOutcomes),
  /** In words, for people; never a value of a record. */
  reason: text(300).optional(),
  records: z.array(
    z.strictObject({
      dataType: code,
      /** SHA-256 of the JSON Schema (canonical JSON) each record was checked against. */
      schemaDigest: digest,
      delivered: z.int().min(0),
      /** Did not fit the schema, so never left. */
      refused: z.int().min(0),
    }),
  ),
});

const dataManifestFields = z.strictObject({
  sessionId: uuid,
  dataRequestId: uuid,
  state: z.enum(['COMPLETED', 'PARTIAL', 'FAILED']),
  accounts: z.array(accountResult).min(1).max(200),
  /** Digest of each part in order. */
  parts: z.array(digest).max(20_000),
});

export type DataManifestFields = z.infer<typeof dataManifestFields>;
export type AccountResult = z.infer<typeof accountResult>;

/** The provider's signed list of what it handed over. `GET /data-sessions/{id}` once the last part exists. */
export const dataManifestMessage = defineMessage<DataManifestFields, 'statement'>({
  typ: 'data-manifest+jwt',
  kind: 'statement',
  senderRoles: ['data-provider'],
  maxBytes: 2_097_152,
  fields: dataManifestFields,
});
