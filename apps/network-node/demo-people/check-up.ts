import type { SeededNumbers } from '../../data-provider-adapter/record-sources/seeded-numbers.ts';
import { conditions, measures } from './clinical-codes.ts';
import { component, type HealthChart, quantity, type Visit } from './health-chart.ts';
import type { LastingIllnesses } from './illnesses.ts';
import type { DemoPerson } from './people.ts';

const tenth = (value: number) => Math.round(value * 10) / 10;

/** The body of a grown-up: as tall all her life, a little heavier every year. */
export class Body {
  private readonly heightCm: number;
  private readonly startKg: number;
  private readonly gainKg: number;

  constructor({ gender }: DemoPerson, numbers: SeededNumbers) {
    this.heightCm = (gender === 'female' ? 150 : 162) + numbers.whole(0, 26);
    this.startKg = (this.heightCm / 100) ** 2 * numbers.whole(20, 26);
    this.gainKg = numbers.next() * 0.5;
  }

  measure(chart: HealthChart, visit: Visit, numbers: SeededNumbers, age: number, illnesses: LastingIllnesses): void {
    const kg = tenth(this.startKg + this.gainKg * (age - 18) + numbers.next() * 2);
    const bmi = tenth(kg / (this.heightCm / 100) ** 2);
    const strained = illnesses.has(conditions.hypertension, age) ? 18 : 0;
    const millimetres = (value: number) => quantity(value, 'mm[Hg]');
    const vital = (code: Parameters<HealthChart['measured']>[0], value: object) => {
      chart.measured(code, 'vital-signs', visit, value);
    };
    vital(measures.height, { valueQuantity: quantity(this.heightCm, 'cm') });
    vital(measures.weight, { valueQuantity: quantity(kg, 'kg') });
    vital(measures.bmi, { valueQuantity: quantity(bmi, 'kg/m2') });
    vital(measures.heartRate, { valueQuantity: quantity(numbers.whole(58, 86), '/min') });
    vital(measures.bloodPressure, {
      component: [
        component(measures.systolic, millimetres(numbers.whole(106, 128) + strained)),
        component(measures.diastolic, millimetres(numbers.whole(64, 82) + Math.round(strained / 2))),
      ],
    });
  }

  laboratory(chart: HealthChart, visit: Visit, numbers: SeededNumbers, age: number, illnesses: LastingIllnesses): void {
    const fat = illnesses.has(conditions.hyperlipidemia, age) ? 45 : 0;
    const sugar = illnesses.has(conditions.diabetes, age) ? 1.7 : 0;
    const test = (code: Parameters<HealthChart['measured']>[0], valueQuantity: object) => {
      chart.measured(code, 'laboratory', visit, { valueQuantity });
    };
    test(measures.cholesterol, quantity(numbers.whole(155, 199) + fat, 'mg/dL'));
    test(measures.hba1c, quantity(tenth(4.9 + numbers.next() * 0.7 + sugar), '%'));
  }
}
