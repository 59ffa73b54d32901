import { addSeconds, type Instant, toInstant } from '#domain';
import type { SeededNumbers } from '../../data-provider-adapter/record-sources/seeded-numbers.ts';
import { type ClinicalCode, vaccines, visits } from './clinical-codes.ts';
import type { HealthChart } from './health-chart.ts';

const day = (year: number, month: number, dayOfMonth: number, minute: number): Instant =>
  toInstant(Date.UTC(year, month - 1, dayOfMonth, 14, minute));

/** What a grown-up lets herself be given, year after year. */
export class AdultVaccinations {
  private readonly influenzaHabit: number;
  private readonly tetanusYear: number;
  private readonly covid: ClinicalCode | undefined;

  constructor(numbers: SeededNumbers) {
    this.influenzaHabit = numbers.pick([0, 0.4, 0.9]);
    this.tetanusYear = numbers.whole(0, 9);
    this.covid = numbers.pick([vaccines.covidPfizer, vaccines.covidModerna, vaccines.covidPfizer, undefined]);
  }

  inYear(chart: HealthChart, numbers: SeededNumbers, year: number, age: number): void {
    const minute = numbers.whole(0, 59);
    const give = (vaccine: ClinicalCode, month: number, dose?: number) => {
      const at = day(year, month, numbers.whole(1, 28), minute);
      const visit = chart.visit(visits.vaccination, at, addSeconds(at, 900));
      if (visit !== undefined) chart.vaccinated(vaccine, visit, dose);
    };
    if (year % 10 === this.tetanusYear) give(vaccines.tetanus, 3);
    if (age === 66) give(vaccines.pneumococcal, 4);
    if (this.covid !== undefined && year === 2021) {
      give(this.covid, 5, 1);
      give(this.covid, 6, 2);
    }
    // at 52; those who were older when it came, in 2018
    if (year >= 2018 && age === Math.max(52, age - (year - 2018)) && this.influenzaHabit > 0) {
      give(vaccines.zoster, 7, 1);
      give(vaccines.zoster, 9, 2);
    }
    if (numbers.chance(this.influenzaHabit)) give(vaccines.influenza, 10);
  }
}
