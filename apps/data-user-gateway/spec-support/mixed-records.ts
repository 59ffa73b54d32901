import type { DataPartLine } from '#protocol';
import { transactions } from './gateway-under-test.ts';

export const savings = '0198c5a0-1111-7000-8000-000000000001';

/** Records of two types, in turns, that fit their schemas. */
export function mixedRecords(count: number): DataPartLine[] {
  return transactions(savings, count).flatMap((transaction, index) => [
    transaction,
    {
      account: savings,
      dataType: 'fhir-r4.immunization',
      record: {
        ...{ resourceType: 'Immunization', id: `i-${index}`, status: 'completed', primarySource: index % 2 === 0 },
        vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '140' }] },
        ...{ patient: { reference: 'Patient/p-1' }, occurrenceDateTime: '2024-10-02T09:30:00+02:00' },
      },
    },
  ]);
}
