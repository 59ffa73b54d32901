import type { Instant } from '#domain';
import type { ClinicalCode } from './clinical-codes.ts';
import { type DemoPerson, seededUuid } from './people.ts';

export interface FhirRecord {
  readonly resourceType: string;
  readonly id: string;
  readonly [element: string]: unknown;
}

const concept = (code: ClinicalCode) => ({ coding: [code], text: code.display });
const terminology = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});

/** FHIR wants no milliseconds and neither do people. */
const written = (at: Instant) => at.replace('.000Z', 'Z');

/** The records of one person, written one after the other; what lies after `asOf` has not happened. */
export class HealthChart {
  readonly records: FhirRecord[] = [];
  private readonly subject: { reference: string };

  constructor(
    private readonly person: DemoPerson,
    private readonly seed: string,
    private readonly asOf: Instant,
  ) {
    this.subject = { reference: `Patient/${person.id}` };
  }

  /** @returns the visit, or nothing where it is still to come */
  visit(code: ClinicalCode, start: Instant, end: Instant) {
    if (end > this.asOf) return undefined;
    const encounter = this.write('Encounter', code, start, {
      status: 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB', display: 'ambulatory' },
      type: [concept(code)],
      subject: this.subject,
      period: { start: written(start), end: written(end) },
    });
    return { at: start, reference: { reference: `Encounter/${encounter.id}` } };
  }

  vaccinated(code: ClinicalCode, visit: Visit, dose?: number): void {
    this.write('Immunization', code, visit.at, {
      status: 'completed',
      vaccineCode: concept(code),
      patient: this.subject,
      encounter: visit.reference,
      occurrenceDateTime: written(visit.at),
      primarySource: true,
      ...(dose === undefined ? {} : { protocolApplied: [{ doseNumberPositiveInt: dose }] }),
    });
  }

  /** As told by the person: from before her first visit. */
  vaccinatedElsewhere(code: ClinicalCode, day: string, recorded: Instant): void {
    this.write('Immunization', code, day, {
      status: 'completed',
      vaccineCode: concept(code),
      patient: this.subject,
      occurrenceDateTime: day,
      recorded: written(recorded),
      primarySource: false,
    });
  }

  diagnosed(code: ClinicalCode, visit: Visit, resolved?: Instant): FhirRecord {
    const over = resolved !== undefined && resolved <= this.asOf;
    return this.write('Condition', code, visit.at, {
      clinicalStatus: terminology('condition-clinical', over ? 'resolved' : 'active'),
      verificationStatus: terminology('condition-ver-status', 'confirmed'),
      category: [terminology('condition-category', 'encounter-diagnosis')],
      code: concept(code),
      subject: this.subject,
      encounter: visit.reference,
      onsetDateTime: written(visit.at),
      ...(over ? { abatementDateTime: written(resolved) } : {}),
      recordedDate: written(visit.at),
    });
  }

  prescribed(
    code: ClinicalCode,
    visit: Visit,
    reason: FhirRecord,
    timesADay: number,
    status: 'completed' | 'active',
  ): void {
    this.write('MedicationRequest', code, visit.at, {
      status,
      intent: 'order',
      medicationCodeableConcept: concept(code),
      subject: this.subject,
      encounter: visit.reference,
      authoredOn: written(visit.at),
      reasonReference: [{ reference: `Condition/${reason.id}` }],
      dosageInstruction: [{ sequence: 1, timing: { repeat: { frequency: timesADay, period: 1, periodUnit: 'd' } } }],
    });
  }

  performed(code: ClinicalCode, visit: Visit): void {
    this.write('Procedure', code, visit.at, {
      status: 'completed',
      code: concept(code),
      subject: this.subject,
      encounter: visit.reference,
      performedDateTime: written(visit.at),
    });
  }

  /** @param value a Quantity, or the components of a panel */
  measured(code: ClinicalCode, category: 'vital-signs' | 'laboratory', visit: Visit, value: object): void {
    this.write('Observation', code, visit.at, {
      status: 'final',
      category: [terminology('observation-category', category)],
      code: concept(code),
      subject: this.subject,
      encounter: visit.reference,
      effectiveDateTime: written(visit.at),
      issued: visit.at,
      ...value,
    });
  }

  allergic(code: ClinicalCode, category: string, reaction: ClinicalCode, visit: Visit): void {
    this.write('AllergyIntolerance', code, visit.at, {
      clinicalStatus: terminology('allergyintolerance-clinical', 'active'),
      verificationStatus: terminology('allergyintolerance-verification', 'confirmed'),
      type: 'allergy',
      category: [category],
      criticality: 'low',
      code: concept(code),
      patient: this.subject,
      recordedDate: written(visit.at),
      reaction: [{ manifestation: [concept(reaction)], severity: 'mild' }],
    });
  }

  private write(resourceType: string, { code }: ClinicalCode, at: string, elements: object): FhirRecord {
    const id = seededUuid(this.seed, this.person.id, resourceType, code, at);
    const record = { resourceType, id, ...elements };
    this.records.push(record);
    return record;
  }
}

export type Visit = NonNullable<ReturnType<HealthChart['visit']>>;

export function quantity(value: number, unit: string, code: string = unit) {
  return { value, unit, system: 'http://unitsofmeasure.org', code };
}

export function component(code: ClinicalCode, value: object) {
  return { code: concept(code), valueQuantity: value };
}

/** The Patient record: what the institution knows of the person herself. */
export function patientRecord(person: DemoPerson): FhirRecord {
  const { id, given, family, gender, birthDate, email, tel, city, country, language } = person;
  const phone = tel === undefined ? [] : [{ system: 'phone', value: tel, use: 'mobile' }];
  return {
    resourceType: 'Patient',
    id,
    active: true,
    name: [{ use: 'official', family, given: [given] }],
    telecom: [{ system: 'email', value: email, use: 'home' }, ...phone],
    gender,
    birthDate,
    address: [{ use: 'home', city, country }],
    communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: language }] }, preferred: true }],
  };
}
