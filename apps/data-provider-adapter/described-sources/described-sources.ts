import {
  type RecordQuery,
  RecordSource,
  type SourceAccount,
  type VerifiedIdentifier,
} from '../record-sources/record-source.ts';

/** Several sources of one institution as one: the key of an account begins with the name of the source it is in. */
export class DescribedSources extends RecordSource {
  readonly dataTypes: readonly string[];

  constructor(private readonly sources: ReadonlyMap<string, RecordSource>) {
    super();
    this.dataTypes = [...new Set([...sources.values()].flatMap((source) => source.dataTypes))].sort();
  }

  async findAccounts(identifiers: readonly VerifiedIdentifier[]): Promise<SourceAccount[]> {
    const found = [...this.sources].map(async ([name, source]) => {
      const accounts = await source.findAccounts(identifiers);
      return accounts.map((account) => ({ ...account, accountKey: `${name}:${account.accountKey}` }));
    });
    return (await Promise.all(found)).flat();
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
