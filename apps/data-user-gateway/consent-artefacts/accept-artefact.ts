import { checkTermsWithin, type Refusal, refuse } from '#domain';
import type { AskedConsent } from '../consent-requests/asked-consent.ts';
import type { HeldConsent } from './held-consent.ts';

/** The grant answers this ask and gives nothing beyond it. */
export function checkAnswersAsk(claims: HeldConsent['claims'], asked: AskedConsent): Refusal | undefined {
  if (asked.consentId !== null && asked.consentId !== claims.predecessor && asked.consentId !== claims.artefactId) {
    return refuse('event-not-yours', 'the request was answered by another artefact');
  }
  return checkTermsWithin(claims.terms, asked.terms);
}
