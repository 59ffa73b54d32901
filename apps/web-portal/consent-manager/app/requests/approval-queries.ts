import { answer } from '../../../api/answer.ts';
import type { operations } from '../../../api/generated/consent-manager.ts';
import { api } from '../api.ts';
import { signWithPasskey } from '../sign-in/use-passkey.ts';
import { answeringAccounts, type Choices, narrowingOf } from './choices.ts';
import type { RequestDetail } from './request-queries.ts';

export type Prepared = operations['MyConsentRequests.prepare']['responses'][200]['content']['application/json'];
type Decision = operations['MyConsentRequests.prepare']['requestBody']['content']['application/json'];
type Yes = operations['MyConsentRequests.approve']['requestBody']['content']['application/json'];

export const approvalKey = (handle: string) => ['approval', handle];

export function decisionOf(request: RequestDetail, chosen: Choices): Decision {
  const accounts = answeringAccounts(request, chosen).map(({ id }) => id);
  return { accounts, narrowing: narrowingOf(request, chosen) as NonNullable<Decision['narrowing']> };
}

/** Has exactly that made ready which will be signed. */
export function prepareApproval(handle: string, body: Decision): Promise<Prepared> {
  return answer(api.POST('/me/consent-requests/{handle}/approval', { params: { path: { handle } }, body }));
}

/** Signs what was prepared with the passkey; who has none says yes to the decision itself. */
export async function approve(handle: string, prepared: Prepared, decision: Decision) {
  const { draftId, publicKey } = prepared;
  const body: Yes =
    draftId === null || publicKey === null
      ? decision
      : { draftId, response: (await signWithPasskey(publicKey)) as Extract<Yes, { response: unknown }>['response'] };
  return answer(api.POST('/me/consent-requests/{handle}/approve', { params: { path: { handle } }, body }));
}
