import { createHmac, type KeyObject } from 'node:crypto';

/** What tells, when a broken reading goes on, whether its source is still the one that was read before. */
export interface SourceMark {
  /** A keyed digest of the last record that was passed: it says nothing of the record to whoever has no key. */
  readonly last: string;
  /** How the source said that it stood when that reading began, where it can say so. */
  readonly state?: string | undefined;
}

export function markRecord(secret: KeyObject, record: unknown): string {
  return createHmac('sha256', secret)
    .update(`source-mark\n${JSON.stringify(record)}`)
    .digest('base64url');
}
