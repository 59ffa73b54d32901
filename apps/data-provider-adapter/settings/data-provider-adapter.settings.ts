import type { z } from 'zod';
import { demoSignInRule, roleSettings, seconds, wholeNumber } from '#platform';
import { recordSourceRule, recordSourceShape } from '../record-sources/record-source-settings.ts';

export const dataProviderAdapterSettings = roleSettings
  .extend({
    ...recordSourceShape,
    SESSION_ANSWER_WAIT_MILLISECONDS: wholeNumber(0, 20_000)
      .prefault('1000')
      .describe('How long opening a data session may wait for the data; after that it is answered 202.'),
    ACCOUNT_TIMEOUT_SECONDS: wholeNumber(1, 3600)
      .prefault('20')
      .describe(
        'How long the record source may be waited for: for each account of a data session, where each record that ' +
          'comes gives 20 ms back, and for finding accounts.',
      ),
    SPOOL_PARTS_AHEAD: wholeNumber(1, 1000)
      .prefault('8')
      .describe('How many sealed parts of a session may lie here unfetched before reading pauses.'),
    SPOOL_PARTS_KEPT: wholeNumber(1, 100_000)
      .prefault('64')
      .describe('How many sealed parts of a session stay here after they were fetched, to be fetched again.'),
    FILLS_AT_ONCE: wholeNumber(1, 1000).prefault('16').describe('How many data sessions one process fills at once.'),
    FILL_LEASE_SECONDS: wholeNumber(1, 3600)
      .prefault('15')
      .describe(
        'After this long without a sign from whoever fills it, a data session is taken over, though the process lives.',
      ),
    FILL_IDLE_SECONDS: seconds()
      .prefault('10')
      .describe('How long reading stays paused in place for a data user that fetches nothing, before it lets go.'),
    ARTEFACT_FETCH_TIMEOUT_MILLISECONDS: wholeNumber(1, 20_000)
      .prefault('2000')
      .describe('How long the consent manager may be waited for when a token arrives before its artefact.'),
  })
  .superRefine(demoSignInRule)
  .superRefine(recordSourceRule);

export type DataProviderAdapterSettings = z.output<typeof dataProviderAdapterSettings>;
