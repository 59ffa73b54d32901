/** What the hospital of a journey can keep its records in. */
export const hospitalKinds = ['fhir-ndjson', 'fhir-rest', 'sql', 'csv', 'parquet', 'rest'] as const;
export type HospitalKind = (typeof hospitalKinds)[number];
