import type {
  AccountOutcome,
  HandOverState,
  Instant,
  SessionFinding,
  SessionState,
  StoryActor,
  StoryFact,
} from '#domain';
import type { AccountResult } from '#protocol';
import type { RefusedBy } from '../refusals/refused-by.ts';

export interface StoryConsent {
  readonly manager: string;
  readonly receivedAt: Instant;
  readonly state: string;
  readonly changedAt: Instant | null;
}

export interface StoryRequest {
  readonly dataRequestId: string;
  readonly createdAt: Instant;
  readonly refusal: RefusedBy | null;
}

export interface StorySession {
  readonly sessionId: string;
  readonly dataRequestId: string;
  readonly provider: string;
  readonly state: SessionState;
  readonly createdAt: Instant;
  readonly retryOf: string | null;
  readonly receivedAt: Instant | null;
  readonly records: number;
  readonly misfits: readonly { readonly misfits: number }[] | null;
  readonly accounts: readonly AccountResult[] | null;
  readonly refusal: RefusedBy | null;
  readonly failedAt: Instant | null;
  readonly erasedAt: Instant | null;
  readonly finding: SessionFinding | null;
  readonly heardAt: Instant | null;
}

export interface StoryHandOver {
  readonly sessionId: string;
  readonly dataRequestId: string;
  readonly kind: string;
  readonly state: HandOverState;
  readonly tryingSince: Instant;
  readonly deliveredAt: Instant | null;
  readonly erasedAt: Instant | null;
}

const you = 'data-user' satisfies StoryActor;
const moved = { PAUSED: 'consent-paused', REVOKED: 'consent-revoked', EXPIRED: 'consent-expired' } as const;

export function ofConsent({ manager: participant, receivedAt, state, changedAt }: StoryConsent): StoryFact[] {
  const held = { at: receivedAt, kind: 'consent-held', by: 'consent-manager', participant } as const;
  const kind = moved[state as keyof typeof moved];
  if (kind === undefined || changedAt === null) return [held];
  return [held, { at: changedAt, kind, by: 'data-principal' }];
}

/** Who said no, as a participant of the network. */
function refusedFact({ by, code, detail }: RefusedBy, manager: string, provider?: string) {
  const participant = by === 'consent-manager' ? manager : provider;
  return { by, participant: by === you ? undefined : participant, code, detail };
}

export function ofRequest({ dataRequestId, createdAt: at, refusal }: StoryRequest, manager: string): StoryFact[] {
  const asked = { at, kind: 'data-asked', by: you, dataRequestId } as const;
  if (refusal === null) return [asked];
  return [asked, { at, kind: 'data-refused', dataRequestId, ...refusedFact(refusal, manager) }];
}

export function ofSession(session: StorySession, manager: string): StoryFact[] {
  const { sessionId, dataRequestId, provider, createdAt, retryOf, receivedAt, refusal, erasedAt } = session;
  const { finding, heardAt, records, accounts, misfits, failedAt, state } = session;
  const ids = { sessionId, dataRequestId };
  const facts: StoryFact[] = [
    { at: createdAt, kind: 'data-authorised', by: 'consent-manager', participant: manager, ...ids },
  ];
  if (retryOf !== null) facts.unshift({ at: createdAt, kind: 'session-retried', by: you, ...ids });
  if (receivedAt !== null) {
    const lost = (misfits ?? []).reduce((sum, each) => sum + each.misfits, 0);
    const outcomes = outcomesOf(accounts ?? []);
    facts.push({ at: receivedAt, kind: 'session-received', by: you, ...ids, records, misfits: lost, outcomes });
  }
  const endedAt = failedAt ?? erasedAt;
  if (refusal !== null && endedAt !== null) {
    const kind = state === 'EXPIRED' ? 'session-expired' : 'session-failed';
    facts.push({ at: endedAt, kind, ...ids, ...refusedFact(refusal, manager, provider) });
  }
  if (finding !== null && heardAt !== null) {
    const kind = finding === 'agrees' ? 'words-agree' : 'words-differ';
    facts.push({ at: heardAt, kind, by: 'consent-manager', participant: manager, ...ids, finding });
  }
  if (erasedAt !== null) facts.push({ at: erasedAt, kind: 'erased', by: you, ...ids, records });
  return facts;
}

export function ofHandOver(handOver: StoryHandOver): StoryFact[] {
  const { sessionId, dataRequestId, state, tryingSince, deliveredAt, erasedAt } = handOver;
  const ids = { by: you, sessionId, dataRequestId } as const;
  const failed = state === 'FAILED' || state === 'UNREACHABLE';
  return [
    ...(deliveredAt === null ? [] : [{ at: deliveredAt, kind: 'handed-on', ...ids } as const]),
    ...(failed ? [{ at: erasedAt ?? tryingSince, kind: 'hand-over-failed', ...ids } as const] : []),
    ...(state === 'ERASED' && erasedAt !== null ? [{ at: erasedAt, kind: 'taken-back', ...ids } as const] : []),
  ];
}

function outcomesOf(accounts: readonly AccountResult[]): Partial<Record<AccountOutcome, number>> {
  const counts: Partial<Record<AccountOutcome, number>> = {};
  for (const { outcome } of accounts) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
