import { randomBytes } from 'node:crypto';
import { addSeconds, type ConsentTerms } from '#domain';
import {
  type ConsentArtefactFields,
  type ConsentReceipt,
  canonicalJson,
  consentArtefactMessage,
  createConsentReceipt,
  createEvent,
  createId,
  createMessage,
  createReleaseReceipt,
  createTrailCheckpoint,
  describeConsent,
  describeRelease,
  digestOfCanonical,
  encodeBase64url,
  hashLeaf,
  inclusionRanges,
  missingOf,
  nodeSha256,
  type ReceiptWords,
  type ReleaseReceipt,
  rootOfLeaves,
  sha256Base64url,
} from '#protocol';
import { type SampleNetwork, sampleIds } from '../network/sample-network.ts';

type Trail = NonNullable<ConsentReceipt['evidence']['trail']>;

export interface SampleReceipts {
  readonly consent: ConsentReceipt;
  readonly release: ReleaseReceipt;
}

const words: ReceiptWords = {
  nameOf: (id) => (id === sampleIds.manager ? 'Saathi' : id === sampleIds.user ? 'Fairlend' : 'Harbour Bank'),
  purposeTitle: () => 'Credit assessment',
  dataTypeTitle: (type) => (type === 'bank.transaction' ? 'Transactions' : 'Account summary'),
};

const { manager, provider, user } = sampleIds;
const principal = 'asha@consent.example';

/** A consent and a release under it, signed by the members of a sample network, each with its place in a small audit trail. */
export async function createSampleReceipts(network: SampleNetwork, now: string): Promise<SampleReceipts> {
  const signer = network.members.manager.signers.statement;
  const given = await giveConsent(network, now);
  const session = openSession(network, now);
  const digest = 'M'.repeat(42).concat('A');
  const about = { ground: { kind: 'consent', id: given.consentId }, outcome: 'done', at: now };
  const entries = [
    { act: 'participant.met', at: now },
    {
      act: 'consent-request.approved',
      ...about,
      counterpart: user,
      request: given.decision.handle,
      digest: given.decision.grantedTermsDigest,
    },
    ...given.artefacts.map(({ token, to }) => ({
      act: 'consent-artefact.issued',
      ...about,
      counterpart: to,
      digest: sha256Base64url(token),
    })),
    { act: 'data-request.authorised', ...about, counterpart: user, request: session.dataRequestId },
    { act: 'data.sent', ...about, counterpart: provider, session: session.sessionId, digest, records: 12 },
    { act: 'data.received', ...about, counterpart: user, session: session.sessionId, digest, records: 12 },
  ].map((entry) => canonicalJson({ id: createId(now), ...entry }));
  const prove = await growTrail(entries, network, now);
  const options = { signer, issuer: manager, now };

  const consentEvidence = {
    decision: given.decision,
    artefacts: given.artefacts.map(({ token, salt }) => ({ token, salt })),
    notice: given.notice,
    trail: prove([1, 2, 3]),
    missing: [],
  };
  const [granted, held] = given.artefacts.map(({ token }) =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()),
  );
  const described = {
    consentId: given.consentId,
    ...{ manager, granted, held: [held], decision: given.decision },
    standing: { state: 'ACTIVE' as const },
    withdrawAt: `${manager}/api/me/consents/${given.consentId}/revoke`,
  };
  const consent = await createConsentReceipt(
    { record: describeConsent(described, words), evidence: consentEvidence },
    options,
  );

  const record = describeRelease(
    {
      ...{ ...session, manager, principal, artefact: held, requestedAt: now, consentId: given.consentId },
      dataRange: terms(now).dataRange,
      dataTypes: terms(now).dataTypes,
      sent: { manifestDigest: digest, records: 12 },
      received: { manifestDigest: digest, records: 12, receivedAt: now },
      eraseBy: addSeconds(now, 30 * 86_400),
    },
    words,
  );
  const proven = { ...(await session.words(digest)), trail: prove([4, 5, 6]) };
  const evidence = { artefact: given.artefacts[1]?.token ?? '', ...proven, missing: missingOf(record, proven) };
  return { consent, release: await createReleaseReceipt({ record, evidence }, options) };
}

const terms = (now: string): ConsentTerms => ({
  purpose: { code: 'credit-assessment', text: 'To decide on your loan' },
  dataTypes: [{ type: 'bank.transaction', fields: ['bookedAt', 'amount'] }],
  dataRange: { from: '2026-01-01T00:00:00.000Z', to: '2026-06-01T00:00:00.000Z' },
  consentMode: 'STORE',
  fetchType: 'ONETIME',
  consentPeriod: { start: now, expiry: addSeconds(now, 30 * 86_400) },
  dataLife: 'P30D',
  dataFilter: [],
  eraseOnRevocation: true,
});

async function giveConsent(network: SampleNetwork, now: string) {
  const notice = { language: 'en', text: 'We look at your account to decide on your loan.' };
  const [consentId, handle] = [createId(now), createId(now)];
  const decision = {
    method: 'one-time-code' as const,
    ...{ principal, handle, dataUser: user },
    askedTermsDigest: digestOfCanonical(terms(now)),
    grantedTermsDigest: digestOfCanonical(terms(now)),
    noticeDigest: digestOfCanonical(notice),
    accounts: [createId(now)],
    signedInAt: now,
    approvedAt: now,
  };
  const sign = async (to: string, own: Partial<ConsentArtefactFields> & Pick<ConsentArtefactFields, 'for'>) => {
    const salt = randomBytes(16).toString('base64url');
    const { method, approvedAt, noticeDigest } = decision;
    const fields: ConsentArtefactFields = {
      artefactId: createId(now),
      dataUser: user,
      principal: sha256Base64url(to),
      terms: terms(now) as ConsentArtefactFields['terms'],
      noticeDigest,
      noticeLanguage: notice.language,
      approval: { method, approvedAt, evidenceDigest: digestOfCanonical({ salt, evidence: decision }) },
      ...own,
    };
    const signer = network.members.manager.signers.statement;
    const token = await createMessage(consentArtefactMessage, fields, { signer, issuer: manager, audience: to, now });
    return { to, token, salt };
  };
  const artefacts = [
    await sign(user, { for: 'data-user', handle }),
    await sign(provider, { for: 'data-provider', dataProvider: provider, accounts: [createId(now)] }),
  ];
  return { consentId, decision, notice, artefacts };
}

function openSession(network: SampleNetwork, now: string) {
  const [sessionId, dataRequestId] = [createId(now), createId(now)];
  const say = (from: 'provider' | 'user', type: string, state: object) =>
    createEvent({
      signer: network.members[from].signers.statement,
      ...{ issuer: sampleIds[from], audience: manager, type, now },
      state: { sessionId, ...state },
    });
  const words = async (manifestDigest: string) => ({
    sent: await say('provider', 'data-session.sent', { manifestDigest, served: 12, outcomes: { DELIVERED: 1 } }),
    received: await say('user', 'data-session.received', {
      manifestDigest,
      records: 12,
      receivedAt: now,
      eraseBy: now,
    }),
  });
  return { sessionId, dataRequestId, words };
}

/** @returns what proves some of the entries, by their places */
async function growTrail(entries: readonly string[], network: SampleNetwork, now: string) {
  const leaves = entries.map((entry) => hashLeaf(Buffer.from(entry), nodeSha256));
  const rootOf = (begin: number, end: number) => rootOfLeaves(leaves.slice(begin, end), nodeSha256);
  const size = leaves.length;
  const stands = {
    role: 'consent-manager' as const,
    size,
    root: encodeBase64url(rootOf(0, size)),
    head: 'A'.repeat(43),
  };
  const signer = network.members.manager.signers.statement;
  const checkpoint = await createTrailCheckpoint(stands, { signer, issuer: manager, now });
  return (places: readonly number[]): Trail => ({
    checkpoint,
    entries: places.map((index) => ({
      index,
      entry: entries[index] ?? '',
      path: inclusionRanges(index, size).map(({ begin, end }) => encodeBase64url(rootOf(begin, end))),
    })),
  });
}
