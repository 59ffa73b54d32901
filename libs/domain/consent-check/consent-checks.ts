import { addDuration } from '../clock/duration.ts';
import { standingAt } from '../consent-artefact/consent-state.ts';
import { type CoverCodes, checkDataRangeCovered, checkDataTypesCovered } from '../consent-artefact/terms-cover.ts';
import { type Refusal, refuse } from '../refusal/refusal.ts';
import type { ConsentCheck, ConsentQuestion } from './consent-question.ts';
import { useCovers } from './use-window.ts';

const beyond: CoverCodes = {
  type: 'data-type-not-consented',
  field: 'field-not-consented',
  range: 'data-range-not-consented',
};

export const checkStatus: ConsentCheck = ({ now, consent }) => {
  switch (standingAt(now, consent.standing, consent.terms.consentPeriod.expiry)) {
    case 'REVOKED':
      return refuse('consent-revoked');
    case 'EXPIRED':
      return refuse('consent-expired');
    case 'PAUSED':
      return refuse('consent-paused');
    default:
      return undefined;
  }
};

export const checkConsentPeriod: ConsentCheck = ({ now, consent }) =>
  now < consent.terms.consentPeriod.start
    ? refuse('consent-not-started', `begins ${consent.terms.consentPeriod.start}`)
    : undefined;

export const checkParticipants: ConsentCheck = ({ inactiveParticipants = [] }) =>
  inactiveParticipants.length > 0 ? refuse('participant-not-active', inactiveParticipants.join(', ')) : undefined;

export const checkDataUser: ConsentCheck = ({ consent, ask }) =>
  consent.dataUser === ask.dataUser ? undefined : refuse('data-user-not-consented');

export const checkPurpose: ConsentCheck = ({ consent, ask }) =>
  ask.purpose === undefined || ask.purpose === consent.terms.purpose.code
    ? undefined
    : refuse('purpose-not-consented', ask.purpose);

export const checkDataTypes: ConsentCheck = ({ consent, ask }) =>
  checkDataTypesCovered(ask.dataTypes, consent.terms.dataTypes, beyond);

export const checkDataRange: ConsentCheck = ({ consent, ask }) =>
  checkDataRangeCovered(ask.dataRange, consent.terms.dataRange, beyond);

export const checkUseAge: ConsentCheck = ({ now, requestedAt }) =>
  requestedAt !== undefined && now >= addDuration(requestedAt, useCovers)
    ? refuse('use-lapsed', `reserved ${requestedAt}`)
    : undefined;

export const checkFetchType: ConsentCheck = ({ consent, usesInWindow = 0 }) =>
  consent.terms.fetchType === 'ONETIME' && usesInWindow >= 1 ? refuse('one-time-used') : undefined;

export const checkFrequency: ConsentCheck = ({ consent, usesInWindow = 0 }) => {
  const { frequency } = consent.terms;
  return frequency !== undefined && usesInWindow >= frequency.max
    ? refuse('frequency-exceeded', `${frequency.max} per ${frequency.per}`)
    : undefined;
};

export const checkAccountLink: ConsentCheck = ({ unlinkedAccounts = [] }) =>
  unlinkedAccounts.length > 0 ? refuse('account-not-linked', `${unlinkedAccounts.length} of the accounts`) : undefined;

/**
 * Every reason to refuse data under a consent, in the order they are asked: by the consent manager when it authorises,
 * by the data provider before it releases, by the data user before it asks.
 * A new reason = a check here, a code in refusal-codes, an example in consent-artefacts/examples/refused, a row in the table test.
 */
export const consentChecks: readonly ConsentCheck[] = [
  checkDataUser,
  checkStatus,
  checkConsentPeriod,
  checkParticipants,
  checkPurpose,
  checkDataTypes,
  checkDataRange,
  checkUseAge,
  checkFetchType,
  checkFrequency,
  checkAccountLink,
];

/** @returns the first reason to refuse; nothing where the data may leave */
export function checkConsent(question: ConsentQuestion): Refusal | undefined {
  for (const check of consentChecks) {
    const refusal = check(question);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
