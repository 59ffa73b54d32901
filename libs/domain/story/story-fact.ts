import type { Instant } from '../clock/instant.ts';
import type { SessionFinding } from '../data-session/reconcile.ts';
import type { AccountOutcome } from '../data-session/session-state.ts';
import type { RefusalCode } from '../refusal/refusal.ts';

export const storyActors = ['data-principal', 'data-user', 'consent-manager', 'data-provider'] as const;
/** Who did something; a reader among them is "you". */
export type StoryActor = (typeof storyActors)[number];

/** What is on record of one moment. Ids, names of participants, codes and counts; never a value of a record. */
export interface StoryFact {
  readonly at: Instant;
  readonly kind: StoryKind;
  readonly by: StoryActor;
  /** Of `by`, where it is an organisation. */
  readonly participant?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly dataRequestId?: string | undefined;
  readonly records?: number | undefined;
  readonly misfits?: number | undefined;
  /** Accounts by how they ended. */
  readonly outcomes?: Partial<Record<AccountOutcome, number>> | undefined;
  readonly until?: Instant | undefined;
  readonly times?: number | undefined;
  readonly code?: RefusalCode | undefined;
  /** Of a refusal: ids and fields. */
  readonly detail?: string | undefined;
  readonly finding?: SessionFinding | undefined;
}

/** Within one moment the earlier leads to the later. */
export const storyKinds = [
  'consent-given',
  'consent-narrowed',
  'consent-held',
  'consent-paused',
  'consent-resumed',
  'consent-revoked',
  'consent-expired',
  'consent-reduced',
  'data-asked',
  'data-authorised',
  'data-refused',
  'use-returned',
  'session-sent',
  'session-received',
  'session-acknowledged',
  'session-retried',
  'session-failed',
  'session-expired',
  'words-differ',
  'words-agree',
  'handed-on',
  'hand-over-failed',
  'taken-back',
  'erased',
  'erasure-overdue',
] as const;
export type StoryKind = (typeof storyKinds)[number];
