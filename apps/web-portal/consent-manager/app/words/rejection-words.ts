import { type RejectionReason, rejectionReasons } from '#domain';
import type { PersonWords } from './data-words.ts';

const isCode = (reason: string): reason is RejectionReason => (rejectionReasons as readonly string[]).includes(reason);

/** Why she said no, in the reader's language; as she wrote it where that was before there were codes. */
export function rejectionWordsFor(t: PersonWords, reason: string): string {
  return isCode(reason) ? t(`request.reasons.${reason}`) : reason;
}
