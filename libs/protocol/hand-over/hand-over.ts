import { z } from 'zod';
import { erasureReasons } from '#domain';
import { code, digest, instant, uuid } from '../claims/forms.ts';
import { defineMessage } from '../message/define-message.ts';

/** Commands of a gateway to a receiver of its own organisation: `iss` and `aud` are the same participant. */
const handedOver = {
  /** The same in every command about one session's records at one receiver. */
  handOverId: uuid,
  consentId: uuid,
  sessionId: uuid,
  /** The address it is sent to: a receiver takes no command that names another. */
  to: z.url().max(200),
};

const common = { kind: 'command', senderRoles: ['data-user'], maxBytes: 16_384 } as const;

const handOverChunkFields = z.strictObject({
  ...handedOver,
  /** 0, 1, 2 … A retry has the same `n` and the same `requestId`. */
  n: z.int().min(0).max(10_000_000),
  /** SHA-256 of the body, which is NDJSON: one data part line a record. */
  digest,
  /** Digest of the chunk before; absent in the first. */
  previous: digest.optional(),
  records: z.int().min(1),
  /** When the data life of these records ends. */
  eraseBy: instant,
});
export type HandOverChunkFields = z.infer<typeof handOverChunkFields>;

/** Travels in the header `Hand-Over` beside the records. */
export const handOverChunkMessage = defineMessage<HandOverChunkFields, 'command'>({
  typ: 'hand-over-chunk+jwt',
  fields: handOverChunkFields,
  ...common,
});

const handOverEndFields = z.strictObject({
  ...handedOver,
  chunks: z.int().min(0),
  /** Digest of the last chunk; absent where there were none. */
  last: digest.optional(),
  records: z.array(z.strictObject({ dataType: code, records: z.int().min(1) })).max(200),
  eraseBy: instant,
});
export type HandOverEndFields = z.infer<typeof handOverEndFields>;

/** Everything has been sent: a receiver that has fewer chunks says no. */
export const handOverEndMessage = defineMessage<HandOverEndFields, 'command'>({
  typ: 'hand-over-end+jwt',
  fields: handOverEndFields,
  ...common,
});

const handOverEraseFields = z.strictObject({ ...handedOver, reason: z.enum(erasureReasons) });
export type HandOverEraseFields = z.infer<typeof handOverEraseFields>;

/** The receiver erases all it has of the hand-over, takes no more of it, and then answers 2xx. */
export const handOverEraseMessage = defineMessage<HandOverEraseFields, 'command'>({
  typ: 'hand-over-erase+jwt',
  fields: handOverEraseFields,
  ...common,
});
