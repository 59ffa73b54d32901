import { isRefusal, type Refusal, refuse } from '#domain';
import { canonicalJson } from '../digest/canonical-json.ts';
import type { VerificationContext } from '../signature/verification.ts';
import { isAuthorisedIn } from './authorised-entry.ts';
import { openArtefact } from './check-artefacts.ts';
import { openStatement } from './check-statement.ts';
import { type ExpectedEntry, judgeTrail } from './check-trail.ts';
import { describeRelease, missingOf } from './describe-release.ts';
import { absent, fails, holds, judge, type ReceiptCheck, unknown } from './receipt-verdict.ts';
import type { ArtefactClaims } from './receipt-words.ts';
import type { ReleaseReceipt } from './release-receipt.ts';
import { wordsOf } from './words-of-receipt.ts';

/** All but the signature over the whole. */
export async function checkReleaseReceipt(
  receipt: ReleaseReceipt,
  context: VerificationContext,
): Promise<ReceiptCheck[]> {
  const { evidence, 'dct:publisher': manager, 'dpv:hasRecordOfActivity': record } = receipt;
  const opened = await openArtefact(evidence.artefact, manager, context);
  const artefact = judge('artefacts', opened, `the ground, signed by ${manager}`);
  const process = record['dpv:hasProcess'];
  const [from, to] = [process['dpv:hasDataSource'], process['dpv:hasRecipient']];
  const provider = await checkSent(receipt, from, context);
  const user = await checkReceived(receipt, to, context);
  const trail = await judgeTrail('release', evidence.trail, manager, expectedEntries(receipt), context);
  const description = isRefusal(opened)
    ? unknown('description')
    : judge('description', checkDescription(receipt, opened.claims), 'says what was signed');
  return [artefact, provider, user, ...trail, judgeAuthorised(receipt, trail[1]), description];
}

async function checkSent({ evidence, ...receipt }: ReleaseReceipt, by: string, context: VerificationContext) {
  const { 'dct:identifier': sessionId, 'assent:sent': stated } = receipt['dpv:hasRecordOfActivity'];
  if (evidence.sent === undefined) return absent('provider-statement', stated === undefined ? 'not said' : 'not kept');
  const sent = await openStatement('data-session.sent', evidence.sent, { by, sessionId }, context);
  if (isRefusal(sent)) return fails('provider-statement', sent);
  const isSame = stated?.['assent:manifestDigest'] === sent.manifestDigest && stated['assent:records'] === sent.served;
  const wrong = isSame ? undefined : refuse('receipt-mismatch', 'the receipt says otherwise of what was sent');
  return judge('provider-statement', wrong, `${sent.served} records sent, signed by ${by}`);
}

async function checkReceived({ evidence, ...receipt }: ReleaseReceipt, by: string, context: VerificationContext) {
  const { 'dct:identifier': sessionId, 'assent:received': stated } = receipt['dpv:hasRecordOfActivity'];
  if (evidence.received === undefined) return absent('user-statement', stated === undefined ? 'not said' : 'not kept');
  const got = await openStatement('data-session.received', evidence.received, { by, sessionId }, context);
  if (isRefusal(got)) return fails('user-statement', got);
  const isSame = stated?.['assent:manifestDigest'] === got.manifestDigest && stated['assent:records'] === got.records;
  const wrong = isSame ? undefined : refuse('receipt-mismatch', 'the receipt says otherwise of what was received');
  return judge('user-statement', wrong, `${got.records} records received, signed by ${by}`);
}

/** That the use of her consent was authorised, by an entry that is in the tree with the others. */
function judgeAuthorised({ evidence, ...receipt }: ReleaseReceipt, entries: ReceiptCheck): ReceiptCheck {
  const isThere = evidence.trail !== undefined && isAuthorisedIn(evidence.trail);
  if (!isThere) return absent('authorised', 'not kept');
  const { 'assent:dataRequest': request } = receipt['dpv:hasRecordOfActivity'];
  return entries.outcome === 'holds' ? holds('authorised', `data request ${request}`) : unknown('authorised');
}

/** That it was authorised, where that is proven; and what was heard of it. */
function expectedEntries({ evidence, 'dpv:hasRecordOfActivity': record }: ReleaseReceipt): ExpectedEntry[] {
  const process = record['dpv:hasProcess'];
  const [from, to] = [process['dpv:hasDataSource'], process['dpv:hasRecipient']];
  const { 'assent:sent': sent, 'assent:received': received, 'assent:consent': consent } = record;
  const session = record['dct:identifier'];
  const authorised = {
    act: 'data-request.authorised',
    consent,
    counterpart: to,
    request: record['assent:dataRequest'],
  };
  const heard = (act: string, counterpart: string, stated: typeof sent | typeof received) => ({
    ...{ act, consent, counterpart, session },
    digest: stated?.['assent:manifestDigest'],
    records: stated?.['assent:records'],
  });
  const isAuthorised = evidence.trail !== undefined && isAuthorisedIn(evidence.trail);
  return [
    ...(isAuthorised ? [authorised] : []),
    ...(evidence.sent === undefined ? [] : [heard('data.sent', from, sent)]),
    ...(evidence.received === undefined ? [] : [heard('data.received', to, received)]),
  ];
}

/** The record is what comes of the artefact and what is the manager's own word: ids, names, what was asked and when. */
function checkDescription(receipt: ReleaseReceipt, artefact: ArtefactClaims): Refusal | undefined {
  const { evidence, 'dpv:hasRecordOfActivity': record, 'dct:publisher': manager } = receipt;
  if (artefact.for !== 'data-provider') return refuse('receipt-mismatch', 'the ground is not that of a data provider');
  const dataTypes = record['dpv:hasProcess']['dpv:hasPersonalData'].map((data) => ({
    type: data['dct:identifier'],
    fields: data['assent:fields'],
  }));
  const stranger = dataTypes.find(({ type }) => !artefact.terms.dataTypes.some((granted) => granted.type === type));
  if (stranger !== undefined) return refuse('receipt-mismatch', `${stranger.type} was not granted`);
  const { 'assent:sent': sent, 'assent:received': received } = record;
  const described = describeRelease(
    {
      ...{ manager, artefact, dataTypes },
      sessionId: record['dct:identifier'],
      consentId: record['assent:consent'],
      dataRequestId: record['assent:dataRequest'],
      principal: record['dpv:hasDataSubject']['dct:identifier'],
      requestedAt: record['assent:requestedAt'],
      dataRange: { from: record['assent:dataRange']['assent:from'], to: record['assent:dataRange']['assent:to'] },
      sent: sent && { manifestDigest: sent['assent:manifestDigest'], records: sent['assent:records'] },
      received: received && {
        manifestDigest: received['assent:manifestDigest'],
        records: received['assent:records'],
        receivedAt: received['assent:receivedAt'],
      },
      eraseBy: record['assent:eraseBy'],
      erasedAt: record['assent:erasedAt'],
    },
    wordsOf(record),
  );
  if (canonicalJson(described) !== canonicalJson(record)) return refuse('receipt-mismatch', 'the record');
  const lacks = canonicalJson(missingOf(record, evidence));
  return lacks === canonicalJson(evidence.missing) ? undefined : refuse('receipt-mismatch', 'evidence.missing');
}
