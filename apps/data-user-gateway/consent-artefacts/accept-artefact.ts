import { checkTermsWithin, isRefusal, type ParticipantId, type Refusal, refuse } from '#domain';
import { consentArtefactMessage, type VerificationContext, verifyMessage } from '#protocol';
import type { AskedConsent } from '../consent-requests/asked-consent.ts';
import type { HeldConsent } from './held-consent.ts';

/**
 * An artefact counts by its own signature, whatever brought it: signed by the manager that was asked, for this data
 * user. @returns refusal, also of verifyMessage
 */
export async function verifyArtefact(
  token: string,
  said: { readonly manager: ParticipantId; readonly artefactId: string },
  dataUser: ParticipantId,
  context: VerificationContext,
): Promise<HeldConsent['claims'] | Refusal> {
  const verified = await verifyMessage(consentArtefactMessage, token, context);
  if (isRefusal(verified)) return verified;
  const { claims, issuer } = verified;
  if (issuer !== said.manager) return refuse('event-not-yours', 'the artefact was signed by another manager');
  if (claims.artefactId !== said.artefactId) return refuse('event-not-yours', 'the artefact has another id');
  if (claims.for !== 'data-user' || claims.dataUser !== dataUser) {
    return refuse('data-user-not-consented', 'the artefact is for someone else');
  }
  return claims;
}

/** The grant answers this ask and gives nothing beyond it. */
export function checkAnswersAsk(claims: HeldConsent['claims'], asked: AskedConsent): Refusal | undefined {
  if (asked.consentId !== null && asked.consentId !== claims.predecessor && asked.consentId !== claims.artefactId) {
    return refuse('event-not-yours', 'the request was answered by another artefact');
  }
  return checkTermsWithin(claims.terms, asked.terms);
}
