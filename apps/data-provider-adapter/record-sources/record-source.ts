import type { Instant } from '#domain';

/** A way to reach a person that somebody has proved to be hers. `tel` in E.164, e.g. `+15550100`. */
export interface VerifiedIdentifier {
  readonly kind: 'email' | 'tel';
  readonly value: string;
}

export interface SourceAccount {
  /** Names the account in the institution's own system, for ever. Never leaves the data provider. */
  readonly accountKey: string;
  /** What the person is shown: tells her accounts apart and nothing else, e.g. `Savings ••••1234`. */
  readonly label: string;
  readonly dataTypes: readonly string[];
  /** As the institution has it on record: codes go here, wherever the question came from. */
  readonly contact: VerifiedIdentifier;
}

export interface RecordQuery {
  readonly accountKey: string;
  readonly dataType: string;
  /** Inclusive. */
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The port to an institution's own system. An adapter answers for one institution.
 * Where it cannot answer it throws RecordSourceUnavailable; where the signal aborts, the signal's reason.
 */
export abstract class RecordSource {
  /** What this source can hold; nothing else is ever found in it. */
  abstract readonly dataTypes: readonly string[];

  /**
   * The accounts whose contact on record is one of these. Nobody known: none. Once the signal aborts, nothing is waited
   * for any more.
   */
  abstract findAccounts(identifiers: readonly VerifiedIdentifier[], signal?: AbortSignal): Promise<SourceAccount[]>;

  /**
   * An account's records of one type, always in the same order while nothing changes, so that a broken read can go on
   * by skipping as many as it had. At least those dated within the range: the reader filters by date again, for not
   * every system can. An account or type not known here has none. Memory does not grow with their number.
   */
  abstract readRecords(query: RecordQuery): AsyncIterable<unknown>;

  /**
   * How the place stands where these records are kept (size and time of files, never what is in them), where the source
   * can tell: a broken read goes on only while it is the same. The same in every process that reads it.
   */
  async stateOf(_accountKey: string, _dataType: string): Promise<string | undefined> {
    return undefined;
  }

  /** Lets go of connections and files. */
  async close(): Promise<void> {}
}
