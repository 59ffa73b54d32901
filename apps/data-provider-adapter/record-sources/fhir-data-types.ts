import type { VerifiedIdentifier } from './record-source.ts';

/** How a data type is found in a FHIR R4 system. */
export interface FhirDataType {
  readonly dataType: string;
  readonly resourceType: string;
  /** The element that names the person; a Patient is the person. */
  readonly patientField?: 'patient' | 'subject';
  /** The search parameter over the very element that dates the record, where R4 has one. */
  readonly dateParameter?: string;
}

// R4 searches a Condition by onset and an AllergyIntolerance by recorded date alone; their dates here fall back from
// one to the other, so a search by date would lose records
export const fhirDataTypes: readonly FhirDataType[] = [
  { dataType: 'fhir-r4.allergy-intolerance', resourceType: 'AllergyIntolerance', patientField: 'patient' },
  { dataType: 'fhir-r4.condition', resourceType: 'Condition', patientField: 'subject' },
  { dataType: 'fhir-r4.encounter', resourceType: 'Encounter', patientField: 'subject', dateParameter: 'date' },
  { dataType: 'fhir-r4.immunization', resourceType: 'Immunization', patientField: 'patient', dateParameter: 'date' },
  {
    dataType: 'fhir-r4.medication-request',
    resourceType: 'MedicationRequest',
    patientField: 'subject',
    dateParameter: 'authoredon',
  },
  { dataType: 'fhir-r4.observation', resourceType: 'Observation', patientField: 'subject', dateParameter: 'date' },
  { dataType: 'fhir-r4.patient', resourceType: 'Patient' },
  { dataType: 'fhir-r4.procedure', resourceType: 'Procedure', patientField: 'subject', dateParameter: 'date' },
];

export function findFhirDataType(dataType: string): FhirDataType | undefined {
  return fhirDataTypes.find((type) => type.dataType === dataType);
}

export type FhirResource = { readonly resourceType: string; readonly [element: string]: unknown };

export function isFhirResource(value: unknown): value is FhirResource {
  return (
    typeof value === 'object' && value !== null && 'resourceType' in value && typeof value.resourceType === 'string'
  );
}

const patientReference = /(?:^|\/)Patient\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/;

/** @returns the id of the Patient a resource is about, or is */
export function patientOf(resource: FhirResource, type: FhirDataType): string | undefined {
  if (type.patientField === undefined) return typeof resource['id'] === 'string' ? resource['id'] : undefined;
  const reference = resource[type.patientField];
  if (typeof reference !== 'object' || reference === null || !('reference' in reference)) return undefined;
  return typeof reference.reference === 'string' ? patientReference.exec(reference.reference)?.[1] : undefined;
}

const contactKinds: ReadonlyMap<unknown, VerifiedIdentifier['kind']> = new Map([
  ['email', 'email'],
  ['phone', 'tel'],
  ['sms', 'tel'],
]);

/** The email addresses and telephone numbers of a Patient that are not marked as old. */
export function patientContacts(patient: FhirResource): VerifiedIdentifier[] {
  const telecom: unknown = patient['telecom'];
  if (!Array.isArray(telecom)) return [];
  return telecom.flatMap((point: { system?: unknown; value?: unknown; use?: unknown } | null) => {
    const kind = contactKinds.get(point?.system);
    if (kind === undefined || point?.use === 'old' || typeof point?.value !== 'string') return [];
    return [{ kind, value: point.value }];
  });
}
