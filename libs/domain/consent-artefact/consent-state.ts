import type { Instant } from '../clock/instant.ts';
import { type Refusal, refuse } from '../refusal/refusal.ts';

export const consentStates = ['ACTIVE', 'PAUSED', 'REVOKED', 'EXPIRED'] as const;
export type ConsentState = (typeof consentStates)[number];

/** Where a consent stands. Every change raises `version`, so that a late or repeated event changes nothing. */
export interface ConsentStanding {
  readonly state: ConsentState;
  readonly version: number;
  /** PAUSED until then; absent: until resumed by hand. */
  readonly resumeAt?: Instant | undefined;
}

export const consentActs = ['pause', 'resume', 'revoke', 'expire'] as const;
export type ConsentAct = (typeof consentActs)[number];

const transitions: Record<ConsentState, Partial<Record<ConsentAct, ConsentState>>> = {
  ACTIVE: { pause: 'PAUSED', revoke: 'REVOKED', expire: 'EXPIRED' },
  PAUSED: { resume: 'ACTIVE', revoke: 'REVOKED', expire: 'EXPIRED' },
  REVOKED: {},
  EXPIRED: {},
};

export function isTerminal(state: ConsentState): boolean {
  return state === 'REVOKED' || state === 'EXPIRED';
}

/** The only way a consent moves. */
export function moveConsent(from: ConsentStanding, act: ConsentAct, resumeAt?: Instant): ConsentStanding | Refusal {
  const state = transitions[from.state][act];
  if (state === undefined) {
    return isTerminal(from.state)
      ? refuse('consent-state-terminal', `the consent is ${from.state}`)
      : refuse('transition-not-allowed', `${act} from ${from.state}`);
  }
  const next = { state, version: from.version + 1 };
  return state === 'PAUSED' && resumeAt !== undefined ? { ...next, resumeAt } : next;
}

/**
 * Whether a standing that was heard replaces the one kept: higher versions only, and an ended consent stays ended.
 * So events may come twice, late or in any order.
 */
export function supersedes(heard: ConsentStanding, kept: ConsentStanding): boolean {
  return heard.version > kept.version && !isTerminal(kept.state);
}

/** What a consent is now, where nobody was awake to write it down: expiry and resumption by date come by themselves. */
export function standingAt(now: Instant, standing: ConsentStanding, expiry: Instant): ConsentState {
  if (isTerminal(standing.state)) return standing.state;
  if (now >= expiry) return 'EXPIRED';
  const resumed = standing.state === 'PAUSED' && standing.resumeAt !== undefined && now >= standing.resumeAt;
  return resumed ? 'ACTIVE' : standing.state;
}
