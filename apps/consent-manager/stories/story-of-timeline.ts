import type { AccountOutcome, Instant, SessionState, StoryActor, StoryFact, StoryKind } from '#domain';
import type { TimelineFacts, TimelineKind } from '../timeline/timeline-words.ts';

/** An entry of her timeline, as far as a story needs it. */
export interface StoryEntry {
  readonly at: Instant;
  readonly kind: TimelineKind;
  readonly facts: TimelineFacts;
}

/** What the row of a session tells beside the timeline. */
export interface StorySession {
  readonly sessionId: string;
  readonly dataRequestId: string;
  readonly requestedAt: Instant;
  readonly dataUser: string;
  readonly state: SessionState;
  readonly endedAt: Instant | null;
  readonly sentAt: Instant | null;
  readonly outcomes: Partial<Record<AccountOutcome, number>> | null;
  readonly misfits: number | null;
  readonly erasedAt: Instant | null;
}

/** What each kind of entry is in a story; those that are not here are of no consent, or are told of the session's row. */
const kinds: Partial<Record<TimelineKind, readonly [StoryKind, StoryActor]>> = {
  'consent-request.approved': ['consent-given', 'data-principal'],
  'consent-request.narrowed': ['consent-narrowed', 'data-principal'],
  // A rule of hers speaks in her name.
  'consent-request.approved-by-choice': ['consent-given', 'data-principal'],
  'consent-request.approved-in-emergency': ['consent-given', 'data-principal'],
  'consent.paused': ['consent-paused', 'data-principal'],
  'consent.resumed': ['consent-resumed', 'data-principal'],
  'consent.revoked': ['consent-revoked', 'data-principal'],
  'consent.ended-with-link': ['consent-revoked', 'consent-manager'],
  'consent.reduced-with-link': ['consent-reduced', 'data-provider'],
  'consent.expired': ['consent-expired', 'consent-manager'],
  'data-request.authorised': ['data-asked', 'data-user'],
  'data-request.refused': ['data-refused', 'consent-manager'],
  'data-request.returned': ['use-returned', 'consent-manager'],
  'data-session.sent': ['session-sent', 'data-provider'],
  'data-session.received': ['session-received', 'data-user'],
  'data-session.mismatched': ['words-differ', 'consent-manager'],
  'data-session.unconfirmed': ['words-differ', 'consent-manager'],
  'data-session.unstated': ['words-differ', 'consent-manager'],
  'data-session.matched': ['words-agree', 'consent-manager'],
  'data-session.retried': ['session-retried', 'data-user'],
  'data-session.erasure-overdue': ['erasure-overdue', 'data-user'],
  'hand-over.erased': ['taken-back', 'data-user'],
};

export function factsOf(entries: readonly StoryEntry[], sessions: readonly StorySession[]): StoryFact[] {
  const bySession = new Map(sessions.map((session) => [session.sessionId, session]));
  return [...entries.flatMap((entry) => ofEntry(entry, bySession)), ...sessions.flatMap(ofSession)];
}

function ofEntry({ at, kind, facts }: StoryEntry, sessions: ReadonlyMap<string, StorySession>): StoryFact[] {
  const [step, by] = kinds[kind] ?? [];
  if (step === undefined || by === undefined) return [];
  if (step === 'taken-back' && facts.left !== undefined) return [];
  const { participant, sessionId, dataRequestId, records, until, code, times, finding } = facts;
  const session = sessions.get(sessionId ?? '');
  const said = step === 'session-sent' ? { outcomes: session?.outcomes ?? undefined } : {};
  const kept = step === 'session-received' ? { misfits: session?.misfits ?? undefined } : {};
  const who = by === 'consent-manager' || by === 'data-principal' ? {} : { participant };
  return [
    {
      ...{ at, kind: step, by, sessionId, dataRequestId, records, until, code, times, finding },
      ...{ ...said, ...kept, ...who },
    },
  ];
}

function ofSession(session: StorySession): StoryFact[] {
  const { sessionId, dataRequestId, requestedAt, state, endedAt, sentAt, erasedAt, dataUser: participant } = session;
  const ids = { sessionId, dataRequestId };
  const lapsed = state === 'EXPIRED' && endedAt !== null && sentAt === null;
  return [
    { at: requestedAt, kind: 'data-authorised', by: 'consent-manager', ...ids },
    ...(lapsed ? [{ at: endedAt, kind: 'session-expired', by: 'consent-manager', ...ids } as const] : []),
    ...(erasedAt === null ? [] : [{ at: erasedAt, kind: 'erased', by: 'data-user', participant, ...ids } as const]),
  ];
}
