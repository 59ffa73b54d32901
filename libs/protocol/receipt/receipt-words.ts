import type { ConsentState, ConsentTerms, DataTypeTerm, Instant, ParticipantId } from '#domain';
import type { ConsentArtefactFields } from '../consent-artefact/consent-artefact.ts';
import type { MessageClaims } from '../message/define-message.ts';
import type { Entity, PersonalData } from './receipt-forms.ts';

export type ArtefactClaims = MessageClaims<ConsentArtefactFields, 'statement'>;

/** What things were called when the receipt was made. */
export interface ReceiptWords {
  nameOf(participant: ParticipantId): string;
  purposeTitle(code: string): string;
  dataTypeTitle(type: string): string;
}

/** Where a consent stood when the receipt was made, by the manager's word; `endedAt` where it had been withdrawn. */
export interface ReceiptStanding {
  readonly state: ConsentState;
  readonly endedAt?: Instant | undefined;
}

export function describeEntity(id: ParticipantId, words: ReceiptWords): Entity {
  return { '@id': id, '@type': 'dpv:LegalEntity', 'dpv:hasIdentifier': id, 'dpv:hasName': words.nameOf(id) };
}

export function describeDataType({ type, fields }: DataTypeTerm, words: ReceiptWords): PersonalData {
  return {
    '@type': 'dpv:PersonalData',
    'dct:identifier': type,
    'dct:title': words.dataTypeTitle(type),
    ...(fields === undefined ? {} : { 'assent:fields': [...fields] }),
  };
}

/** What the terms say of purpose and storage, alike in both kinds of receipt. */
export function describeUse({ purpose, dataLife, consentMode, eraseOnRevocation }: ConsentTerms, words: ReceiptWords) {
  return {
    'dpv:hasPurpose': {
      '@type': 'dpv:Purpose' as const,
      'dct:identifier': purpose.code,
      'dct:title': words.purposeTitle(purpose.code),
      'dct:description': purpose.text,
    },
    'dpv:hasLegalBasis': 'dpv:ExplicitlyExpressedConsent' as const,
    'dpv:hasStorageCondition': {
      '@type': 'dpv:StorageDuration' as const,
      'dpv:hasDuration': { '@type': 'dpv:TemporalDuration' as const, 'rdf:value': dataLife },
      'assent:consentMode': consentMode,
      'assent:eraseOnRevocation': eraseOnRevocation,
    },
  };
}
