import {
  type RecordQuery,
  RecordSource,
  type SourceAccount,
  type VerifiedIdentifier,
} from '../record-sources/record-source.ts';
import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';

/** Several sources of one institution as one: the key of an account begins with the name of the source it is in. */
export class DescribedSources extends RecordSource {
  readonly dataTypes: readonly string[];

  /** @param warn hears of a source that did not answer */
  constructor(
    private readonly sources: ReadonlyMap<string, RecordSource>,
    private readonly warn: (sentence: string) => void,
  ) {
    super();
    this.dataTypes = [...new Set([...sources.values()].flatMap((source) => source.dataTypes))].sort();
  }

  /**
   * One source that is away does not hide what the others have.
   *
   * @throws what one of them threw where none found anything: what is not known is not called nothing
   */
  async findAccounts(identifiers: readonly VerifiedIdentifier[], signal?: AbortSignal): Promise<SourceAccount[]> {
    signal?.throwIfAborted();
    const failures: unknown[] = [];
    const asked = [...this.sources].map(async ([name, source]) => {
      try {
        const accounts = await untilAborted(source.findAccounts(identifiers, signal), signal);
        return accounts.map((account) => ({ ...account, accountKey: `${name}:${account.accountKey}` }));
      } catch (error) {
        failures.push(error);
        this.warn(`${name}: no accounts were looked up: ${sayFailure(error, signal)}`);
        return [];
      }
    });
    const found = (await Promise.all(asked)).flat();
    if (found.length === 0 && failures.length > 0) throw failures[0];
    return found;
  }

  async *readRecords(query: RecordQuery): AsyncGenerator<unknown> {
    query.signal?.throwIfAborted();
    const [, name = '', accountKey = ''] = /^([^:]*):(.*)$/s.exec(query.accountKey) ?? [];
    const source = this.sources.get(name);
    if (source !== undefined) yield* source.readRecords({ ...query, accountKey });
  }

  override async stateOf(key: string, dataType: string): Promise<string | undefined> {
    const [, name = '', accountKey = ''] = /^([^:]*):(.*)$/s.exec(key) ?? [];
    return this.sources.get(name)?.stateOf(accountKey, dataType);
  }

  override async close(): Promise<void> {
    await Promise.all([...this.sources.values()].map((source) => source.close()));
  }
}

/** Also where a source hangs and does not hear the signal: then it is left behind. */
function untilAborted<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return answer;
  return new Promise<T>((resolve, reject) => {
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

/** Any other error may quote whoever was looked for. */
function sayFailure(error: unknown, signal: AbortSignal | undefined): string {
  if (signal?.aborted && error === signal.reason) return 'record source: timed-out';
  return error instanceof RecordSourceUnavailable ? error.message : 'the record source failed';
}
