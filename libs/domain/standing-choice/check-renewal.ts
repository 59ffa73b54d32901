import { addDuration, compareDurations } from '../clock/duration.ts';
import type { Instant } from '../clock/instant.ts';
import type { ConsentState } from '../consent-artefact/consent-state.ts';
import type { ConsentTerms } from '../consent-artefact/consent-terms.ts';
import { compareTerms, isBeyond } from '../consent-request/compare-terms.ts';
import type { ParticipantId } from '../participant/participant.ts';
import { type Refusal, refuse } from '../refusal/refusal.ts';
import type { ApproveRenewal, StandingChoice, StandingRuleKind } from './standing-choice.ts';

/** A request, as a rule sees it. */
export interface AskedTerms {
  readonly dataUser: ParticipantId;
  readonly terms: ConsentTerms;
  readonly mayBeNarrowed: boolean;
  /** Of what she is to be shown. */
  readonly noticeDigest: string;
}

/** A consent she gave before, herself or by a choice. */
export interface FormerConsent {
  readonly id: string;
  readonly dataUser: ParticipantId;
  readonly terms: ConsentTerms;
  readonly noticeDigest: string;
  /** Ids of the account links that answered. */
  readonly accounts: readonly string[];
  /** As of now. */
  readonly state: ConsentState;
  readonly givenBy?:
    | { readonly id: string; readonly kind: StandingRuleKind; readonly renews?: string | undefined }
    | undefined;
}

/**
 * A renewal lies later than what it renews: its spans may move on, never grow or reach further back. In all else it
 * must be covered, and said in the same words, for she has read no others.
 */
export function checkAsksForNoMore(asked: AskedTerms, former: FormerConsent): Refusal | undefined {
  const beyond = compareTerms(asked, former).find(isBeyond);
  return beyond === undefined ? undefined : refuse('narrowing-widens', beyond.term);
}

/** What a renewal of this request would renew; undefined where the rule does not approve it. */
export function findRenewed(
  { id, rule }: StandingChoice & { readonly rule: ApproveRenewal },
  asked: AskedTerms,
  formers: readonly FormerConsent[],
  now: Instant,
): FormerConsent | undefined {
  const { dataUsers, purposes, consent, withinDays, longestDataLife } = rule;
  if (!(dataUsers?.includes(asked.dataUser) ?? true)) return undefined;
  if (!(purposes?.includes(asked.terms.purpose.code) ?? true)) return undefined;
  if (compareDurations(asked.terms.dataLife, longestDataLife) > 0) return undefined;
  return formers.find((former) => {
    const { state, terms, givenBy } = former;
    const ended = state === 'EXPIRED' && addDuration(terms.consentPeriod.expiry, `P${withinDays}D`) > now;
    if (state !== 'ACTIVE' && !ended) return false;
    // What an emergency gave is no habit.
    if (givenBy?.kind === 'emergency-access') return false;
    if (consent !== undefined && former.id !== consent && givenBy?.id !== id) return false;
    return former.dataUser === asked.dataUser && checkAsksForNoMore(asked, former) === undefined;
  });
}
