import { withoutNulls } from '../api/api-forms.ts';
import type { AskedConsent } from './asked-consent.ts';
import type { AskedConsentView } from './consent-request-schemas.ts';

export function describeAsked(asked: AskedConsent): AskedConsentView {
  const { id, manager: consentManager, principal, terms, mayBeNarrowed, state, reason, handle, approvalUrl } = asked;
  const { expiresAt, consentId, createdAt } = asked;
  return withoutNulls({
    ...{ id, consentManager, principal, terms, mayBeNarrowed, state, reason, handle, approvalUrl },
    ...{ expiresAt, consentId, createdAt },
  }) as AskedConsentView;
}
