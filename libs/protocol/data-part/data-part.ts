import { z } from 'zod';
import { code, digest, uuid } from '../claims/forms.ts';
import { defineMessage } from '../message/define-message.ts';

/** A part seals at most this many bytes of plaintext. */
export const maxPartBytes = 1_048_576;

const dataPartFields = z.strictObject({
  sessionId: uuid,
  /** 0, 1, 2 … */
  n: z.int().min(0).max(1_000_000),
  /** SHA-256 of the sealed bytes, base64url. */
  digest,
  /** Digest of the part before; absent in the first. */
  previous: digest.optional(),
  records: z.int().min(0),
});

export type DataPartFields = z.infer<typeof dataPartFields>;

/** Travels in the header `Data-Part` beside the sealed bytes. `GET /data-sessions/{id}/parts/{n}` */
export const dataPartMessage = defineMessage<DataPartFields, 'statement'>({
  typ: 'data-part+jwt',
  kind: 'statement',
  senderRoles: ['data-provider'],
  maxBytes: 8192,
  fields: dataPartFields,
});

/** The plaintext of a part is NDJSON: one of these a line. */
export const dataPartLine = z.strictObject({
  /** Opaque name of the account, the same in every session under one consent. */
  account: uuid,
  dataType: code,
  record: z.record(z.string(), z.unknown()),
});

export type DataPartLine = z.infer<typeof dataPartLine>;
