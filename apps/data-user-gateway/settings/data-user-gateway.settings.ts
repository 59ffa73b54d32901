import { z } from 'zod';
import { demoSignInRule, list, roleSettings, wholeNumber } from '#platform';
import { fileFormatRules } from './file-format-rule.ts';
import { pushAddress } from './push-address.ts';

/** The settings of a data user gateway beside those of every role. */
export const dataUserGatewaySettings = roleSettings
  .extend({
    FETCH_CONCURRENCY: wholeNumber(1, 256)
      .prefault('16')
      .describe('Data sessions one process fetches at once; each holds one part of at most 1 MiB in memory.'),
    FETCH_LEASE_SECONDS: wholeNumber(5, 3600)
      .prefault('60')
      .describe('At most this long after its last progress a data session is taken over, though its worker lives.'),
    FETCH_SWEEP_SECONDS: wholeNumber(1, 3600)
      .prefault('2')
      .describe('How often data requests and sessions are looked for that a lost queue forgot.'),
    ERASURE_SWEEP_SECONDS: wholeNumber(1, 3600)
      .prefault('15')
      .describe('How often data is looked for whose life has ended; it is not handed out from that moment on.'),
    HAND_OVER_FOLDER: z
      .string()
      .min(1)
      .optional()
      .describe('Where received records are written as files (mode 0700; docs/hand-over.md). Where absent, nowhere.'),
    HAND_OVER_FORMATS: fileFormatRules
      .prefault('ndjson')
      .describe('In which form: ndjson or parquet for every data type, or data-type=format for one, comma-separated.'),
    HAND_OVER_PARQUET_MEMORY_MEGABYTES: wholeNumber(64, 65_536)
      .prefault('256')
      .describe('The most memory that writing one Parquet file may take.'),
    HAND_OVER_PUSH_URLS: list(pushAddress)
      .optional()
      .describe(
        'Addresses of own systems that received records are posted to, signed, comma-separated. Where absent, nowhere.',
      ),
    HAND_OVER_CHUNK_BYTES: wholeNumber(65_536, 8_388_608)
      .prefault('1048576')
      .describe('The most bytes of records in one post; a record that is larger goes alone.'),
    HAND_OVER_RETRY_DAYS: wholeNumber(1, 365)
      .prefault('14')
      .describe('How long handing over, or telling a receiver to erase, is tried again by itself.'),
    HAND_OVER_CONCURRENCY: wholeNumber(1, 64).prefault('2').describe('Hand-overs one process works on at once.'),
    RECORD_RETENTION_DAYS: wholeNumber(1, 36_500)
      .prefault('365')
      .describe('How long ended consent requests, data requests and erased sessions are remembered, without data.'),
  })
  .superRefine(demoSignInRule);

export type DataUserGatewaySettings = z.output<typeof dataUserGatewaySettings>;
