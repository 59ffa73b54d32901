import { isRefusal, type Refusal, refuse } from '#domain';
import { approvalChallenge, approvalDigests, contentOf } from '../approval/approval-challenge.ts';
import { verifyAssertion } from '../approval/verify-assertion.ts';
import type { Cryptography } from '../signature/cryptography.ts';
import { webCryptography } from '../signature/web-cryptography.ts';
import type { OpenedConsent } from './check-artefacts.ts';
import type { ConsentEvidence } from './consent-receipt.ts';
import { judge, type ReceiptCheck, unknown } from './receipt-verdict.ts';

/** She countersigned exactly these artefacts. @returns nothing where she said yes in another way */
export async function judgePasskey(
  evidence: ConsentEvidence,
  opened: OpenedConsent | Refusal,
  cryptography: Cryptography = webCryptography,
): Promise<ReceiptCheck[]> {
  const { method, passkey } = evidence.decision;
  if (method !== 'passkey' && passkey === undefined) return [];
  if (isRefusal(opened)) return [unknown('passkey')];
  const refusal = await checkPasskey(evidence, opened, cryptography);
  return [judge('passkey', refusal, `signs ${opened.all.length} artefacts, and nothing else`)];
}

async function checkPasskey(
  { decision, artefacts }: ConsentEvidence,
  { all }: OpenedConsent,
  cryptography: Cryptography,
): Promise<Refusal | undefined> {
  const { method, passkey } = decision;
  if (method !== 'passkey' || passkey === undefined) return refuse('receipt-mismatch', 'decision.method');
  const salted = all.map(({ claims }, n) => ({ salt: artefacts[n]?.salt ?? '', artefact: contentOf(claims) }));
  const digests = await approvalDigests(salted, cryptography.sha256);
  if (digests.join() !== passkey.digests.join())
    return refuse('receipt-mismatch', 'she signed other artefacts than these');
  return verifyAssertion(passkey, await approvalChallenge(digests, cryptography.sha256), cryptography);
}
