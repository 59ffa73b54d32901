import { type Refusal, refuse } from '#domain';
import { canonicalJson } from '../digest/canonical-json.ts';
import { digestOf, type Sha256 } from '../digest/sha256.ts';
import type { OpenedConsent } from './check-artefacts.ts';
import type { ConsentEvidence } from './consent-receipt.ts';

/** What she decided is what each artefact carries the digest of, and what was granted. @returns `receipt-mismatch` */
export async function checkDecision(
  { decision, artefacts, notice }: ConsentEvidence,
  { all, granted }: OpenedConsent,
  sha256?: Sha256,
): Promise<Refusal | undefined> {
  const digestOfValue = (value: object) => digestOf(canonicalJson(value), sha256);
  for (const [n, { claims }] of all.entries()) {
    const salt = artefacts[n]?.salt ?? '';
    if ((await digestOfValue({ salt, evidence: decision })) !== claims.approval.evidenceDigest)
      return refuse('receipt-mismatch', `the evidence is not what artefact ${claims.artefactId} has the digest of`);
  }
  if (decision.dataUser !== granted.dataUser) return refuse('receipt-mismatch', 'decision.dataUser');
  if (decision.handle !== granted.handle) return refuse('receipt-mismatch', 'decision.handle');
  if (decision.method !== granted.approval.method) return refuse('receipt-mismatch', 'decision.method');
  if (decision.approvedAt !== granted.approval.approvedAt) return refuse('receipt-mismatch', 'decision.approvedAt');
  if (decision.noticeDigest !== granted.noticeDigest) return refuse('receipt-mismatch', 'decision.noticeDigest');
  if (decision.grantedTermsDigest !== (await digestOfValue(granted.terms)))
    return refuse('receipt-mismatch', 'decision.grantedTermsDigest');
  if (notice !== undefined && (await digestOfValue(notice)) !== decision.noticeDigest)
    return refuse('receipt-mismatch', 'notice');
  return undefined;
}
