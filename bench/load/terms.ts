import { addDuration, type ConsentTerms, toInstant } from '#domain';

const typeOf = {
  small: 'fhir-r4.observation',
  large: 'fhir-r4.procedure',
  stream: 'fhir-r4.condition',
} as const;

/** How much data a consent is about. */
export type Size = keyof typeof typeOf;

/** What is asked for: the same on both sides, so that messages have the same size. */
export function termsFor(size: Size): ConsentTerms {
  const now = toInstant(Date.now());
  return {
    purpose: { code: 'treatment', text: 'To treat you' },
    dataTypes: [{ type: typeOf[size] }],
    dataRange: { from: '2020-01-01T00:00:00.000Z', to: addDuration(now, 'P1D') },
    consentMode: 'STORE',
    fetchType: 'PERIODIC',
    frequency: { max: 100_000, per: 'HOUR' },
    consentPeriod: { start: now, expiry: addDuration(now, 'P1M') },
    dataLife: 'P30D',
    dataFilter: [],
    eraseOnRevocation: false,
  };
}

export const notice = { language: 'en', text: 'The clinic asks to read these records of yours, to treat you.' };
