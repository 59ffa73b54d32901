import { addSeconds, type Instant, toInstant } from '#domain';
import { SeededNumbers } from '../../data-provider-adapter/record-sources/seeded-numbers.ts';
import { Body } from './check-up.ts';
import { tellChildhood } from './childhood.ts';
import { allergens, procedures, reactions, visits } from './clinical-codes.ts';
import { type FhirRecord, HealthChart, patientRecord, type Visit } from './health-chart.ts';
import { fallIll, LastingIllnesses } from './illnesses.ts';
import type { DemoPerson } from './people.ts';
import { AdultVaccinations } from './vaccinations.ts';

/**
 * What a hospital has on a person until `asOf`: FHIR R4 records of a plausible life, the same for the same seed. A
 * later `asOf` adds to them; only what was still open then may have ended since.
 */
export function generateHealthRecords(person: DemoPerson, seed: string, asOf: Instant): FhirRecord[] {
  const of = (...names: Array<string | number>) => new SeededNumbers(seed, person.id, ...names);
  const chart = new HealthChart(person, seed, asOf);
  const born = Number(person.birthDate.slice(0, 4));
  const firstYear = Math.max(born + 19, of('first-year').whole(2006, 2016));
  const lastYear = Number(asOf.slice(0, 4));
  const body = new Body(person, of('body'));
  const illnesses = new LastingIllnesses(of('illnesses'));
  const vaccinations = new AdultVaccinations(of('vaccinations'));
  for (let year = firstYear; year <= lastYear; year += 1) {
    const age = year - born;
    const numbers = of('year', year);
    const visit = checkUp(chart, numbers, year);
    if (visit === undefined) continue;
    if (year === firstYear) tellHistory(chart, person, of('history'), visit);
    body.measure(chart, visit, numbers, age, illnesses);
    if (age >= 40) body.laboratory(chart, visit, numbers, age, illnesses);
    illnesses.atCheckUp(chart, visit, age, year === lastYear);
    chart.performed(procedures.medicationReview, visit);
    if (year % 3 === 0) chart.performed(procedures.depressionScreening, visit);
    if (age === 50 || age === 60 || age === 70) chart.performed(procedures.colonoscopy, visit);
    vaccinations.inYear(chart, of('vaccinations', year), year, age);
    if (numbers.chance(0.4)) fallIll(chart, numbers, morning(numbers, year, 7, 12));
  }
  return [patientRecord(person), ...chart.records];
}

function checkUp(chart: HealthChart, numbers: SeededNumbers, year: number): Visit | undefined {
  const start = morning(numbers, year, 1, 6);
  return chart.visit(visits.checkUp, start, addSeconds(start, 60 * numbers.whole(20, 45)));
}

function morning(numbers: SeededNumbers, year: number, fromMonth: number, toMonth: number): Instant {
  const month = numbers.whole(fromMonth, toMonth);
  return toInstant(Date.UTC(year, month - 1, numbers.whole(1, 28), numbers.whole(8, 12), numbers.whole(0, 11) * 5));
}

function tellHistory(chart: HealthChart, person: DemoPerson, numbers: SeededNumbers, first: Visit): void {
  tellChildhood(chart, person, numbers, first);
  for (const [allergen, category] of allergens) {
    const reaction = numbers.pick([reactions.wheal, reactions.itching, reactions.cough]);
    if (numbers.chance(0.07)) chart.allergic(allergen, category, reaction, first);
  }
}
