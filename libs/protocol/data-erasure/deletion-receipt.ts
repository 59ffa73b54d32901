import { z } from 'zod';
import { erasureReasons, handOverKinds, reaches } from '#domain';
import { digest, instant, text, uuid } from '../claims/forms.ts';
import { defineMessage } from '../message/define-message.ts';

const deletionReceiptFields = z.strictObject({
  consentId: uuid,
  reason: z.enum(erasureReasons),
  erasedAt: instant,
  /** Of which nothing is left, no file either. `rows`: records that were deleted. */
  sessions: z
    .array(z.strictObject({ sessionId: uuid, manifestDigest: digest.optional(), rows: z.int().min(0) }))
    .max(10_000),
  /** Keys destroyed: without them what backups may hold stays sealed. */
  keysDestroyed: z.int().min(0),
  filesDeleted: z.int().min(0),
  /** What was handed on, and how far erasing reached it. A later receipt tells what became of `pending`, and names the session then. */
  handOvers: z
    .array(
      z.strictObject({
        /** An address, or `files`, or `own systems`. */
        to: text(200),
        kind: z.enum(handOverKinds).optional(),
        status: z.enum(reaches),
        /** Sessions this is about. */
        sessions: z.int().min(1).optional(),
        /** In words a person understands; where something was not reached. */
        reason: text(300).optional(),
      }),
    )
    .max(1000),
});

export type DeletionReceiptFields = z.infer<typeof deletionReceiptFields>;

/** Step 7: the data user's signed word that the data is gone. Travels in the event `data-session.erased`. */
export const deletionReceiptMessage = defineMessage<DeletionReceiptFields, 'statement'>({
  typ: 'deletion-receipt+jwt',
  kind: 'statement',
  senderRoles: ['data-user'],
  maxBytes: 1_048_576,
  fields: deletionReceiptFields,
});
