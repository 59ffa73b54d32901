import { Inject, Injectable, Logger } from '@nestjs/common';
import type { DataRange } from '#domain';
import { KeyRing, SETTINGS } from '#platform';
import { RecordSource } from '../record-sources/record-source.ts';
import { RecordSourceUnavailable, type UnavailableReason } from '../record-sources/record-source-unavailable.ts';
import { SourceReads } from '../record-sources/source-reads.ts';
import type { DataProviderAdapterSettings } from '../settings/data-provider-adapter.settings.ts';
import { Patience, readPatiently, SourceTimedOut } from './patience.ts';
import { markRecord, type SourceMark } from './source-mark.ts';

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
  /** As that reading left it. */
  readonly mark?: SourceMark | undefined;
}

/** Records as they come. While one is looked at, `mark` tells of those before it. */
export interface RecordReading extends AsyncIterable<unknown> {
  mark(): SourceMark | undefined;
}

/** Reads the institution's own system, for no longer than its settings allow. */
@Injectable()
export class RecordReader {
  private readonly logger = new Logger(RecordReader.name);

  constructor(
    private readonly source: RecordSource,
    private readonly reads: SourceReads,
    private readonly keys: KeyRing,
    @Inject(SETTINGS)
    private readonly settings: Pick<DataProviderAdapterSettings, 'ACCOUNT_TIMEOUT_SECONDS' | 'RECORD_SOURCE'>,
  ) {}

  patience(): Patience {
    return new Patience(this.settings.ACCOUNT_TIMEOUT_SECONDS * 1000);
  }

  /** Reading throws AccountNotRead. */
  read(reading: Reading, patience: Patience): RecordReading {
    const secret = this.keys.secret('account-name');
    const passed: { last?: unknown; state?: string | undefined } = {};
    const records = this.records(reading, patience, passed);
    return {
      [Symbol.asyncIterator]: () => records,
      mark: () =>
        passed.last === undefined ? undefined : { last: markRecord(secret, passed.last), state: passed.state },
    };
  }

  private async *records(
    { accountKey, dataType, range, skip, mark }: Reading,
    patience: Patience,
    passed: { last?: unknown; state?: string | undefined },
  ): AsyncGenerator<unknown> {
    const changed = () => this.failed(new RecordSourceUnavailable('source-changed'), dataType, accountKey);
    const state = await this.stateOf(accountKey, dataType, patience);
    if (mark?.state !== undefined && mark.state !== state) throw changed();
    passed.state = state;
    const records = this.source.readRecords({ accountKey, dataType, ...range, signal: patience.abort.signal });
    const reading = readPatiently(records, patience);
    let position = 0;
    try {
      for (;;) {
        const next = await this.next(reading, dataType, accountKey);
        if (next.done === true) {
          // Fewer than were read before: what is skipped now were others.
          if (position < skip) throw changed();
          this.reads.note(this.sourceOf(accountKey), dataType);
          return;
        }
        position += 1;
        if (position > skip) yield next.value;
        else if (position === skip && mark !== undefined) this.compare(next.value, mark, changed);
        passed.last = next.value;
      }
    } finally {
      await reading.return?.();
    }
  }

  private compare(record: unknown, { last }: SourceMark, changed: () => Error): void {
    if (markRecord(this.keys.secret('account-name'), record) !== last) throw changed();
  }

  private async stateOf(accountKey: string, dataType: string, patience: Patience): Promise<string | undefined> {
    try {
      return await patience.wait(this.source.stateOf(accountKey, dataType));
    } catch (error) {
      throw this.failed(error, dataType, accountKey);
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
      throw this.failed(error, dataType, accountKey);
    }
  }

  private failed(error: unknown, dataType: string, accountKey: string): AccountNotRead {
    const isLate = error instanceof SourceTimedOut;
    const known = error instanceof RecordSourceUnavailable;
    this.reads.note(this.sourceOf(accountKey), dataType, isLate ? 'timed-out' : known ? error.reason : 'failed');
    if (isLate) return notRead('timed-out');
    this.logger.warn(`${dataType} could not be read: ${known ? error.message : 'the record source failed'}`);
    if (!known) this.logger.error(error instanceof Error ? error.stack : 'unknown error');
    return notRead(known ? error.reason : undefined);
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
