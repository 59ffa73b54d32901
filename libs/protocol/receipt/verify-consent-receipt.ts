import { isRefusal, type Refusal, refuse } from '#domain';
import { canonicalJson } from '../digest/canonical-json.ts';
import type { VerificationContext } from '../signature/verification.ts';
import { type OpenedConsent, openArtefacts } from './check-artefacts.ts';
import { checkDecision } from './check-decision.ts';
import { judgePasskey } from './check-passkey.ts';
import { type ExpectedEntry, judgeTrail } from './check-trail.ts';
import type { ConsentReceipt } from './consent-receipt.ts';
import { describeConsent } from './describe-consent.ts';
import { judge, type ReceiptCheck, unknown } from './receipt-verdict.ts';
import { wordsOf } from './words-of-receipt.ts';

/** All but the signature over the whole. */
export async function checkConsentReceipt(
  receipt: ConsentReceipt,
  context: VerificationContext,
): Promise<ReceiptCheck[]> {
  const { evidence, 'dct:publisher': manager } = receipt;
  const sha256 = context.cryptography?.sha256;
  const tokens = evidence.artefacts.map(({ token }) => token);
  const opened = await openArtefacts(tokens, manager, context);
  const artefacts = judge('artefacts', opened, `${tokens.length}, signed by ${manager}`);
  const expected = isRefusal(opened) ? undefined : expectedEntries(receipt, opened);
  const trail = await judgeTrail('consent', evidence.trail, manager, expected, context);
  const hers = await judgePasskey(evidence, opened, context.cryptography);
  if (isRefusal(opened)) return [artefacts, ...hers, unknown('decision'), ...trail, unknown('description')];
  const decision = judge(
    'decision',
    await checkDecision(evidence, opened, sha256),
    'opens the digest in each artefact',
  );
  const description = judge('description', checkDescription(receipt, opened), 'says what was signed');
  // What she signed is told before what the manager says of it: where both are wrong, hers says more.
  return [artefacts, ...hers, decision, ...trail, description];
}

/** The decision, and each artefact that was signed for it. */
function expectedEntries(receipt: ConsentReceipt, { all, granted }: OpenedConsent): ExpectedEntry[] {
  const { decision } = receipt.evidence;
  const consent = receipt['dpv:hasRecordOfActivity']['dct:identifier'];
  return [
    {
      act: 'consent-request.approved',
      consent,
      counterpart: granted.dataUser,
      request: decision.handle,
      digest: decision.grantedTermsDigest,
    },
    ...all.map(({ claims, digest }) => ({
      act: 'consent-artefact.issued',
      consent,
      counterpart: claims.aud,
      digest,
    })),
  ];
}

/** The record is what comes of the artefacts, the decision, and what is the manager's own word: ids, names and the state. */
function checkDescription(receipt: ConsentReceipt, { granted, held }: OpenedConsent): Refusal | undefined {
  const { evidence, 'dpv:hasRecordOfActivity': record, 'dct:publisher': manager } = receipt;
  const standing = {
    state: record['assent:state'],
    endedAt: record['dpv:hasConsentStatus'][1]?.['dpv:isIndicatedAtTime'],
  };
  const described = describeConsent(
    {
      consentId: record['dct:identifier'],
      ...{ manager, granted, held, standing },
      decision: evidence.decision,
      withdrawAt: record['dpv:hasConsentControl']['dpv:isExercisedAt'],
    },
    wordsOf(record),
  );
  if (canonicalJson(described) !== canonicalJson(record)) return refuse('receipt-mismatch', 'the record');
  const lacks = [
    ...(evidence.notice === undefined ? ['notice'] : []),
    ...(evidence.trail === undefined ? ['trail'] : []),
  ];
  return lacks.join() === evidence.missing.join() ? undefined : refuse('receipt-mismatch', 'evidence.missing');
}
