import { z } from 'zod';
import { demoSignInRule, roleSettings, wholeNumber } from '#platform';

export const trustRegistrySettings = roleSettings
  .extend({
    NETWORK_NAME: z
      .string()
      .min(1)
      .max(200)
      .default('Assent network')
      .describe('The name of the network, in its list.'),
    TRUST_LIST_RENEWAL_SECONDS: wholeNumber(60, 86_400)
      .prefault('3600')
      .describe('How long after a trust list the next one is made at the latest.'),
    TRUST_LIST_VALID_SECONDS: wholeNumber(3600, 604_800)
      .prefault('604800')
      .describe('How long a trust list may be relied on where no newer one can be fetched.'),
  })
  .superRefine(demoSignInRule);

export type TrustRegistrySettings = z.output<typeof trustRegistrySettings>;
