import { Inject, Injectable, Logger } from '@nestjs/common';
import type { DataRange } from '#domain';
import { SETTINGS } from '#platform';
import { RecordSource } from '../record-sources/record-source.ts';
import { RecordSourceUnavailable, type UnavailableReason } from '../record-sources/record-source-unavailable.ts';
import { SourceReads } from '../record-sources/source-reads.ts';
import type { DataProviderAdapterSettings } from '../settings/data-provider-adapter.settings.ts';
import { Patience, readPatiently, SourceTimedOut } from './patience.ts';

/** One account's source gave up, or was given up. `reason` is for people. */
export class AccountNotRead extends Error {
  override readonly name = 'AccountNotRead';

  constructor(readonly reason: string) {
    super(reason);
  }
}

/** Why an account was not read, as told to the person and the data user. */
const told: Partial<Record<UnavailableReason, string>> = {
  'timed-out': 'The institution’s system did not answer in time.',
  unreachable: 'The institution’s system is out of reach.',
  'not-authorised': 'The institution’s system let nobody in.',
  'answer-too-large': 'The institution’s system answered with more than can be taken.',
  'source-changed': 'The institution’s records changed while they were read.',
};

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
    private readonly reads: SourceReads,
    @Inject(SETTINGS)
    private readonly settings: Pick<DataProviderAdapterSettings, 'ACCOUNT_TIMEOUT_SECONDS' | 'RECORD_SOURCE'>,
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
        const next = await this.next(reading, dataType, accountKey);
        if (next.done === true) {
          this.reads.note(this.sourceOf(accountKey), dataType);
          return;
        }
        if (position >= skip) yield next.value;
        position += 1;
      }
    } finally {
      await reading.return?.();
    }
  }

  /** What the source throws is told apart from what whoever uses the record throws. */
  private async next(
    reading: AsyncIterator<unknown>,
    dataType: string,
    accountKey: string,
  ): Promise<IteratorResult<unknown>> {
    try {
      return await reading.next();
    } catch (error) {
      const isLate = error instanceof SourceTimedOut;
      const known = error instanceof RecordSourceUnavailable;
      this.reads.note(this.sourceOf(accountKey), dataType, isLate ? 'timed-out' : known ? error.reason : 'failed');
      if (isLate) throw notRead('timed-out');
      this.logger.warn(`${dataType} could not be read: ${known ? error.message : 'the record source failed'}`);
      if (!known) this.logger.error(error instanceof Error ? error.stack : 'unknown error');
      throw notRead(known ? error.reason : undefined);
    }
  }

  /** Several described sources are told apart by the keys of their accounts. */
  private sourceOf(accountKey: string): string {
    const { RECORD_SOURCE } = this.settings;
    return RECORD_SOURCE === 'described' ? (/^[^:]*/.exec(accountKey)?.[0] ?? '') : RECORD_SOURCE;
  }
}

function notRead(reason: UnavailableReason | undefined): AccountNotRead {
  return new AccountNotRead((reason && told[reason]) ?? 'The institution’s system could not be read.');
}
