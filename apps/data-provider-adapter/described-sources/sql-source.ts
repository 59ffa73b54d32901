import { accountsAmong } from '../record-sources/account-contacts.ts';
import { telSpellings } from '../record-sources/contact.ts';
import { readContactsFile } from '../record-sources/contacts-file.ts';
import {
  type RecordQuery,
  RecordSource,
  type SourceAccount,
  type VerifiedIdentifier,
} from '../record-sources/record-source.ts';
import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';
import { keyOf } from './account-key.ts';
import { JudgedSqlReader } from './judged-sql-reader.ts';
import { contactsOf } from './row-contacts.ts';
import { type Row, RowRecords } from './row-record.ts';
import type { SqlDescription } from './sql-description.ts';
import { SqlReader } from './sql-reader.ts';

/** Records of a PostgreSQL database, by one query for each data type. */
export class SqlSource extends RecordSource {
  readonly dataTypes: readonly string[];
  private readonly records: ReadonlyMap<string, RowRecords>;

  private constructor(
    private readonly reader: JudgedSqlReader,
    private readonly description: SqlDescription,
  ) {
    super();
    this.dataTypes = Object.keys(description.dataTypes);
    this.records = new Map(Object.entries(description.dataTypes).map(([type, form]) => [type, new RowRecords(form)]));
  }

  /**
   * A database that is away is waited for: its role and queries are judged as soon as it is there, and nothing is read
   * before.
   *
   * @param warn hears of a database that does not answer, and of what is then wrong with it
   * @param connections where the description does not say how many
   * @throws where the role may write, or with all that is wrong with the queries
   */
  static async open(
    description: SqlDescription,
    warn: (sentence: string) => void,
    connections = 4,
  ): Promise<SqlSource> {
    const reader = await SqlReader.open(description, description.connections ?? connections);
    return new SqlSource(await JudgedSqlReader.open(reader, description, warn), description);
  }

  async findAccounts(identifiers: readonly VerifiedIdentifier[], signal?: AbortSignal): Promise<SourceAccount[]> {
    signal?.throwIfAborted();
    const { accounts, label } = this.description;
    const { countryCallingCode } = accounts;
    const about = { label, dataTypes: this.dataTypes, countryCallingCode };
    if ('contactsFile' in accounts) {
      return accountsAmong(await readContactsFile(accounts.contactsFile), identifiers, about);
    }
    const rows: Row[] = [];
    for (const { kind, value } of identifiers) {
      const spellings = kind === 'tel' ? telSpellings(value, countryCallingCode) : [value.trim().toLowerCase()];
      for await (const row of this.reader.read(accounts.query, [spellings], signal)) rows.push(row);
    }
    return accountsAmong(rows.flatMap(contactsOf('account', 'email', 'tel')), identifiers, about);
  }

  async *readRecords({ accountKey, dataType, from, to, signal }: RecordQuery): AsyncGenerator<unknown> {
    const type = this.description.dataTypes[dataType];
    const records = this.records.get(dataType);
    if (type === undefined || records === undefined) return;
    const key = keyOf(type.key, accountKey);
    for await (const row of this.reader.read(type.query, [key, from, to], signal)) {
      // Whatever the query says: a row of somebody else ends the reading.
      if (row[type.accountColumn] !== key) throw new RecordSourceUnavailable('answer-about-someone-else', dataType);
      yield records.toRecord(row);
    }
  }

  override close(): Promise<void> {
    return this.reader.close();
  }
}
