import { addDuration, addSeconds, type Instant } from '#domain';
import type { SeededNumbers } from '../../data-provider-adapter/record-sources/seeded-numbers.ts';
import { type ClinicalCode, conditions, medications, procedures, visits } from './clinical-codes.ts';
import type { FhirRecord, HealthChart, Visit } from './health-chart.ts';

interface PassingIllness {
  readonly condition: ClinicalCode;
  readonly days: readonly [number, number];
  readonly medication?: ClinicalCode;
  readonly procedure?: ClinicalCode;
}

const passingIllnesses: readonly [PassingIllness, ...PassingIllness[]] = [
  { condition: conditions.pharyngitis, days: [5, 12], medication: medications.acetaminophen },
  {
    condition: conditions.strepThroat,
    days: [7, 12],
    medication: medications.amoxicillin,
    procedure: procedures.throatCulture,
  },
  { condition: conditions.sinusitis, days: [8, 20] },
  { condition: conditions.bronchitis, days: [7, 21], medication: medications.acetaminophen },
  { condition: conditions.ankleSprain, days: [14, 30], medication: medications.naproxen },
];

/** An illness that comes and goes, with the visit it caused. */
export function fallIll(chart: HealthChart, numbers: SeededNumbers, start: Instant): void {
  const illness = numbers.pick(passingIllnesses);
  const resolved = addDuration(start, `P${numbers.whole(...illness.days)}D`);
  const visit = chart.visit(visits.problem, start, addSeconds(start, 60 * numbers.whole(12, 30)));
  if (visit === undefined) return;
  const condition = chart.diagnosed(illness.condition, visit, resolved);
  if (illness.procedure !== undefined) chart.performed(illness.procedure, visit);
  if (illness.medication !== undefined)
    chart.prescribed(illness.medication, visit, condition, numbers.whole(2, 3), 'completed');
}

interface LastingIllness {
  readonly condition: ClinicalCode;
  readonly medication: ClinicalCode;
  readonly chance: number;
  readonly ages: readonly [number, number];
}

const lastingIllnesses: readonly LastingIllness[] = [
  { condition: conditions.hypertension, medication: medications.lisinopril, chance: 0.35, ages: [42, 66] },
  { condition: conditions.hyperlipidemia, medication: medications.simvastatin, chance: 0.25, ages: [40, 64] },
  { condition: conditions.diabetes, medication: medications.metformin, chance: 0.12, ages: [45, 68] },
];

/** The lasting illnesses of one life: found at a check-up at some age, treated at every one after it. */
export class LastingIllnesses {
  private readonly coming: ReadonlyArray<LastingIllness & { readonly age: number }>;
  private readonly found = new Map<ClinicalCode, FhirRecord>();

  constructor(numbers: SeededNumbers) {
    this.coming = lastingIllnesses.flatMap((illness) => {
      const age = numbers.whole(...illness.ages);
      return numbers.chance(illness.chance) ? [{ ...illness, age }] : [];
    });
  }

  has(condition: ClinicalCode, age: number): boolean {
    return this.coming.some((illness) => illness.condition === condition && illness.age <= age);
  }

  atCheckUp(chart: HealthChart, visit: Visit, age: number, lastOfAll: boolean): void {
    for (const { condition, medication, age: from } of this.coming) {
      if (age < from) continue;
      const known = this.found.get(condition) ?? chart.diagnosed(condition, visit);
      this.found.set(condition, known);
      chart.prescribed(medication, visit, known, 1, lastOfAll ? 'active' : 'completed');
    }
  }
}
