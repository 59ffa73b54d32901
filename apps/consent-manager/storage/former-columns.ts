import { type ConsentTerms, type FormerConsent, type Instant, type ParticipantId, standingAt } from '#domain';
import type { StandingChoiceEvidence } from '#protocol';
import { type StandingColumns, toStanding } from './consent-columns.ts';

/** Of a consent that may be renewed. */
export const formerColumns = `id, data_user AS "dataUser", terms, state, version, resume_at AS "resumeAt", evidence`;

export interface FormerRow extends StandingColumns {
  readonly id: string;
  readonly dataUser: ParticipantId;
  readonly terms: ConsentTerms;
  readonly evidence: {
    readonly noticeDigest: string;
    readonly accounts: readonly string[];
    readonly standingChoice?: StandingChoiceEvidence;
  };
}

export function toFormer(row: FormerRow, now: Instant): FormerConsent {
  const { id, dataUser, terms, evidence } = row;
  return {
    id,
    dataUser,
    terms,
    noticeDigest: evidence.noticeDigest,
    accounts: evidence.accounts,
    state: standingAt(now, toStanding(row), terms.consentPeriod.expiry),
    givenBy: evidence.standingChoice,
  };
}
