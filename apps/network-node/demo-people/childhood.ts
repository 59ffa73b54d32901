import type { SeededNumbers } from '../../data-provider-adapter/record-sources/seeded-numbers.ts';
import { type ClinicalCode, vaccines } from './clinical-codes.ts';
import type { HealthChart, Visit } from './health-chart.ts';
import type { DemoPerson } from './people.ts';

/** Given at these ages in months, to children born from this year on: no vaccine before there was one. */
const schedule: ReadonlyArray<readonly [ClinicalCode, bornFrom: number, agesInMonths: readonly number[]]> = [
  [vaccines.hepatitisB, 1992, [0, 2, 6]],
  [vaccines.dtap, 1998, [2, 4, 6, 15, 48]],
  [vaccines.polio, 1990, [2, 4, 12, 48]],
  [vaccines.mmr, 1980, [13, 54]],
  [vaccines.varicella, 1996, [14]],
  [vaccines.meningococcal, 1995, [138]],
  [vaccines.hpv, 1996, [140, 146]],
];

/** The vaccinations of her childhood, as she told them on her first visit. */
export function tellChildhood(chart: HealthChart, person: DemoPerson, numbers: SeededNumbers, first: Visit): void {
  const bornYear = Number(person.birthDate.slice(0, 4));
  for (const [vaccine, bornFrom, ages] of schedule) {
    if (bornYear < bornFrom || numbers.chance(0.08)) continue;
    for (const months of ages) chart.vaccinatedElsewhere(vaccine, dayAt(person, months, numbers), first.at);
  }
}

function dayAt({ birthDate }: DemoPerson, months: number, numbers: SeededNumbers): string {
  const day = new Date(`${birthDate}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + months);
  day.setUTCDate(day.getUTCDate() + numbers.whole(0, 20));
  return day.toISOString().slice(0, 10);
}
