import { z } from 'zod';
import type { Narrowing } from '#domain';
import { duration, instant, uuid } from '../claims/forms.ts';
import { dataFilter, dataRange, dataTypeTerms, frequency } from '../consent-terms/consent-terms.ts';

/** What the person would rather allow; what is absent stays as asked. */
export const narrowing = z.strictObject({
  dataTypes: dataTypeTerms.optional(),
  dataRange: dataRange.optional(),
  frequency: frequency.optional(),
  dataLife: duration.optional(),
  expiry: instant.optional(),
  addFilters: z.array(dataFilter).max(20).optional(),
}) satisfies z.ZodType<Narrowing>;

/** Step 2: her yes. `accounts`: which of her linked accounts answer; absent: all that hold what is asked. */
export const consentDecision = z.strictObject({
  accounts: z.array(uuid).min(1).max(200).optional(),
  narrowing: narrowing.optional(),
});

export type ConsentDecision = z.infer<typeof consentDecision>;
