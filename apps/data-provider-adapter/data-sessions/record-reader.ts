import { Inject, Injectable, Logger } from '@nestjs/common';
import type { DataRange } from '#domain';
import { SETTINGS } from '#platform';
import { RecordSource } from '../record-sources/record-source.ts';
import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';
import type { DataProviderAdapterSettings } from '../settings/data-provider-adapter.settings.ts';
import { Patience, readPatiently, SourceTimedOut } from './patience.ts';

/** One account's source gave up, or was given up. `reason` is for people. */
export class AccountNotRead extends Error {
  override readonly name = 'AccountNotRead';

  constructor(readonly reason: string) {
    super(reason);
  }
}

interface Reading {
  readonly accountKey: string;
  readonly dataType: string;
  readonly range: DataRange;
  /** Records to leave out: an earlier reading had them. */
  readonly skip: number;
}

/** Reads the institution's own system, for no longer than its settings allow. */
@Injectable()
export class RecordReader {
  private readonly logger = new Logger(RecordReader.name);

  constructor(
    private readonly source: RecordSource,
    @Inject(SETTINGS) private readonly settings: Pick<DataProviderAdapterSettings, 'ACCOUNT_TIMEOUT_SECONDS'>,
  ) {}

  patience(): Patience {
    return new Patience(this.settings.ACCOUNT_TIMEOUT_SECONDS * 1000);
  }

  /** @throws AccountNotRead */
  async *read({ accountKey, dataType, range, skip }: Reading, patience: Patience): AsyncGenerator<unknown> {
    const records = this.source.readRecords({ accountKey, dataType, ...range, signal: patience.abort.signal });
    const reading = readPatiently(records, patience);
    let position = 0;
    try {
      for (;;) {
        const next = await this.next(reading, dataType);
        if (next.done === true) return;
        if (position >= skip) yield next.value;
        position += 1;
      }
    } finally {
      await reading.return(undefined);
    }
  }

  /** What the source throws is told apart from what whoever uses the record throws. */
  private async next(reading: AsyncGenerator<unknown>, dataType: string): Promise<IteratorResult<unknown>> {
    try {
      return await reading.next();
    } catch (error) {
      if (error instanceof SourceTimedOut) throw new AccountNotRead('The institution’s system did not answer in time.');
      const known = error instanceof RecordSourceUnavailable;
      this.logger.warn(`${dataType} could not be read: ${known ? error.message : 'the record source failed'}`);
      if (!known) this.logger.error(error instanceof Error ? error.stack : 'unknown error');
      throw new AccountNotRead('The institution’s system could not be read.');
    }
  }
}
