import { z } from 'zod';
import {
  type ConsentTerms,
  consentModes,
  type DataTypeTerm,
  fetchTypes,
  filterOperators,
  frequencyUnits,
} from '#domain';
import { code, duration, instant, text } from '../claims/forms.ts';

/** A top-level name of a record, as its JSON Schema spells it. */
export const fieldName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]{0,63}$/);

export const dataTypeTerm = z.strictObject({
  type: code,
  fields: z.array(fieldName).min(1).max(100).optional(),
}) satisfies z.ZodType<DataTypeTerm>;

export const dataTypeTerms = z.array(dataTypeTerm).min(1).max(50);

export const dataRange = z.strictObject({ from: instant, to: instant });

export const frequency = z.strictObject({ max: z.int().min(1).max(100_000), per: z.enum(frequencyUnits) });

export const dataFilter = z.strictObject({
  type: code,
  field: fieldName,
  operator: z.enum(filterOperators),
  value: z.union([text(200), z.number()]),
});

export const consentTerms = z
  .strictObject({
    purpose: z.strictObject({ code, text: text(500), refUri: z.url().max(500).optional() }),
    template: code.optional(),
    dataTypes: dataTypeTerms,
    dataRange,
    consentMode: z.enum(consentModes),
    fetchType: z.enum(fetchTypes),
    frequency: frequency.optional(),
    consentPeriod: z.strictObject({ start: instant, expiry: instant }),
    dataLife: duration,
    dataFilter: z.array(dataFilter).max(20),
    eraseOnRevocation: z.boolean(),
  })
  .meta({
    id: 'consent-terms',
    description: 'What is asked; in an artefact: what is granted.',
  }) satisfies z.ZodType<ConsentTerms>;
