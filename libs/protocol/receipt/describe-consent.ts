import type { z } from 'zod';
import type { Instant, ParticipantId } from '#domain';
import type { approvalEvidence, ConsentRecord } from './consent-receipt.ts';
import {
  type ArtefactClaims,
  describeDataType,
  describeEntity,
  describeUse,
  type ReceiptStanding,
  type ReceiptWords,
} from './receipt-words.ts';

export interface DescribedConsent {
  readonly consentId: string;
  readonly manager: ParticipantId;
  /** The data user's. */
  readonly granted: ArtefactClaims;
  /** Those of the data providers. */
  readonly held: readonly ArtefactClaims[];
  readonly decision: z.infer<typeof approvalEvidence>;
  readonly standing: ReceiptStanding;
  /** Where she withdraws it. */
  readonly withdrawAt: string;
}

/** The record that a receipt shows, made of what is signed: so a verifier can make it again, and compare. */
export function describeConsent(consent: DescribedConsent, words: ReceiptWords): ConsentRecord {
  const { consentId, manager, granted, held, decision } = consent;
  const { terms, dataUser } = granted;
  const sources = held.map(({ dataProvider }) => dataProvider ?? '');
  return {
    '@type': 'dpv:ConsentRecord',
    'dct:identifier': consentId,
    'dpv:hasDataSubject': { '@type': 'dpv:DataSubject', 'dct:identifier': decision.principal },
    'dpv:hasNotice': {
      '@type': 'dpv:ConsentNotice',
      'dct:language': granted.noticeLanguage,
      'assent:digest': granted.noticeDigest,
    },
    'dpv:hasProcess': {
      '@type': 'dpv:Process',
      ...describeUse(terms, words),
      'dpv:hasPersonalData': terms.dataTypes.map((type) => describeDataType(type, words)),
      'dpv:hasProcessing':
        terms.consentMode === 'STORE' ? ['dpv:Collect', 'dpv:Store', 'dpv:Use'] : ['dpv:Collect', 'dpv:Use'],
      'dpv:hasDataController': dataUser,
      'dpv:hasDataSource': sources,
      'dpv:hasRecipient': dataUser,
    },
    'dpv:hasConsentControl': { '@type': 'dpv:WithdrawConsent', 'dpv:isExercisedAt': consent.withdrawAt },
    'dpv:hasConsentStatus': statusesOf(consent, terms.consentPeriod.expiry),
    'assent:state': consent.standing.state,
    'dpv:hasEntity': [manager, dataUser, ...sources].map((id) => describeEntity(id, words)),
  };
}

function statusesOf({ decision, standing }: DescribedConsent, expiry: Instant): ConsentRecord['dpv:hasConsentStatus'] {
  const given = {
    '@type': 'dpv:ConsentGiven' as const,
    'dpv:isIndicatedAtTime': decision.approvedAt,
    'dpv:hasIndicationMethod': decision.method,
    'dpv:hasDuration': { '@type': 'dpv:UntilTimeDuration' as const, 'rdf:value': expiry },
  };
  if (standing.state === 'EXPIRED') return [given, { '@type': 'dpv:ConsentExpired', 'dpv:isIndicatedAtTime': expiry }];
  if (standing.state === 'REVOKED' && standing.endedAt !== undefined)
    return [given, { '@type': 'dpv:ConsentWithdrawn', 'dpv:isIndicatedAtTime': standing.endedAt }];
  return [given];
}
