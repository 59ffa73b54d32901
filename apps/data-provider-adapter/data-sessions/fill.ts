import type { RecipientKey } from '#protocol';
import type { LinkedAccount } from '../account-links/account-link.ts';
import type { KeptConsent } from '../consent-artefacts/kept-consent.ts';
import type { DataSession } from './data-session.ts';
import type { RefusedRecord, SealedPart } from './spool-store.ts';

/** A session that is being filled, and what that rests on as it was last read. */
export interface Fill {
  readonly session: DataSession;
  readonly filler: string;
  consent: KeptConsent;
  readonly links: readonly LinkedAccount[];
  readonly recipient: RecipientKey;
  /** Of all parts sealed, in their order. */
  readonly digests: string[];
}

/** One that nobody has begun to fill. */
export type OpenedSession = Omit<Fill, 'filler' | 'digests'>;

/** What was made of the records read since the last step. */
export interface FilledStep {
  readonly part?: SealedPart | undefined;
  readonly refused: readonly RefusedRecord[];
}
