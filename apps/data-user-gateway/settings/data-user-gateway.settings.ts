import type { z } from 'zod';
import { roleSettings, wholeNumber } from '#platform';

/** The settings of a data user gateway beside those of every role. */
export const dataUserGatewaySettings = roleSettings.extend({
  FETCH_CONCURRENCY: wholeNumber(1, 256)
    .prefault('8')
    .describe('Data sessions one process fetches at once; each holds one part of at most 1 MiB in memory.'),
  FETCH_LEASE_SECONDS: wholeNumber(5, 3600)
    .prefault('60')
    .describe('After this long without progress a data session is taken over, though its worker lives.'),
  FETCH_SWEEP_SECONDS: wholeNumber(1, 3600)
    .prefault('2')
    .describe('How often data requests and sessions are looked for that a lost queue forgot.'),
  ERASURE_SWEEP_SECONDS: wholeNumber(1, 3600)
    .prefault('15')
    .describe('How often data is looked for whose life has ended; it is not handed out from that moment on.'),
  RECORD_RETENTION_DAYS: wholeNumber(1, 36_500)
    .prefault('365')
    .describe('How long ended consent requests, data requests and erased sessions are remembered, without data.'),
});

export type DataUserGatewaySettings = z.output<typeof dataUserGatewaySettings>;
