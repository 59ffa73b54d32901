import type { DataRange, DataTypeTerm, Instant, ParticipantId } from '#domain';
import { isAuthorisedIn } from './authorised-entry.ts';
import {
  type ArtefactClaims,
  describeDataType,
  describeEntity,
  describeUse,
  type ReceiptWords,
} from './receipt-words.ts';
import type { ReleaseEvidence, ReleaseRecord } from './release-receipt.ts';

export interface StatedSent {
  readonly manifestDigest: string;
  readonly records: number;
}

export interface StatedReceived extends StatedSent {
  readonly receivedAt: Instant;
}

export interface DescribedRelease {
  readonly sessionId: string;
  readonly consentId: string;
  readonly dataRequestId: string;
  readonly manager: ParticipantId;
  /** Her id at the manager. */
  readonly principal: string;
  /** The data provider's. */
  readonly artefact: ArtefactClaims;
  readonly requestedAt: Instant;
  readonly dataRange: DataRange;
  /** Asked of this provider. */
  readonly dataTypes: readonly DataTypeTerm[];
  readonly sent?: StatedSent | undefined;
  readonly received?: StatedReceived | undefined;
  readonly eraseBy?: Instant | undefined;
  readonly erasedAt?: Instant | undefined;
}

/** As describeConsent, of one release. */
export function describeRelease(release: DescribedRelease, words: ReceiptWords): ReleaseRecord {
  const { manager, artefact, sent, received, eraseBy, erasedAt } = release;
  const { dataUser, dataProvider = '', terms } = artefact;
  return {
    '@type': 'dpv:DataProcessingRecord',
    'dct:identifier': release.sessionId,
    'assent:consent': release.consentId,
    'assent:dataRequest': release.dataRequestId,
    'assent:requestedAt': release.requestedAt,
    'assent:dataRange': { 'assent:from': release.dataRange.from, 'assent:to': release.dataRange.to },
    'dpv:hasDataSubject': { '@type': 'dpv:DataSubject', 'dct:identifier': release.principal },
    'dpv:hasProcess': {
      '@type': 'dpv:Process',
      ...describeUse(terms, words),
      'dpv:hasPersonalData': release.dataTypes.map((type) => describeDataType(type, words)),
      'dpv:hasProcessing': ['dpv:Share'],
      'dpv:hasDataSource': dataProvider,
      'dpv:hasRecipient': dataUser,
    },
    ...(sent === undefined ? {} : { 'assent:sent': describeStated(sent) }),
    ...(received === undefined
      ? {}
      : { 'assent:received': { ...describeStated(received), 'assent:receivedAt': received.receivedAt } }),
    ...(eraseBy === undefined ? {} : { 'assent:eraseBy': eraseBy }),
    ...(erasedAt === undefined ? {} : { 'assent:erasedAt': erasedAt }),
    'dpv:hasEntity': [manager, dataUser, dataProvider].map((id) => describeEntity(id, words)),
  };
}

const describeStated = ({ manifestDigest, records }: StatedSent) => ({
  'assent:manifestDigest': manifestDigest,
  'assent:records': records,
});

type Proofs = Pick<ReleaseEvidence, 'sent' | 'received' | 'trail'>;

/** What is not proven here, and why: by what the record says, and what is there for it. */
export function missingOf(record: Pick<ReleaseRecord, 'assent:sent' | 'assent:received'>, proofs: Proofs) {
  const missing: ReleaseEvidence['missing'] = [];
  for (const what of ['sent', 'received'] as const) {
    if (proofs[what] !== undefined) continue;
    missing.push({ what, why: record[`assent:${what}`] === undefined ? 'not-said' : 'not-kept' });
  }
  if (proofs.trail === undefined) missing.push({ what: 'trail', why: 'not-kept' });
  else if (!isAuthorisedIn(proofs.trail)) missing.push({ what: 'authorised', why: 'not-kept' });
  return missing;
}
