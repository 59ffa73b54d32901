import { addSeconds } from '#domain';
import { accountsAmong } from '../record-sources/account-contacts.ts';
import { telSpellings } from '../record-sources/contact.ts';
import { readContactsFile } from '../record-sources/contacts-file.ts';
import {
  type RecordQuery,
  RecordSource,
  type SourceAccount,
  type VerifiedIdentifier,
} from '../record-sources/record-source.ts';
import { keyOf } from './account-key.ts';
import { DuckDbReader } from './duckdb-reader.ts';
import type { FileDescription } from './file-description.ts';
import { fieldsOf, findAccountsStatement, isNested, recordsStatement, tableOf } from './file-statements.ts';
import { contactsOf } from './row-contacts.ts';
import { type Row, RowRecords } from './row-record.ts';
import { describeFiles } from './watched-files.ts';

interface OpenedType {
  readonly statement: string;
  readonly records: RowRecords;
  readonly key: string;
  readonly isDated: boolean;
}

const daySeconds = 86_400;

/** Records of CSV or Parquet files. */
export class FileSource extends RecordSource {
  readonly dataTypes: readonly string[];

  private constructor(
    private readonly reader: DuckDbReader,
    private readonly description: FileDescription,
    private readonly types: ReadonlyMap<string, OpenedType>,
  ) {
    super();
    this.dataTypes = [...types.keys()];
  }

  /** @throws with all columns that are missing, or where a file cannot be read */
  static async open(description: FileDescription): Promise<FileSource> {
    const { accounts, threads, memoryLimitMegabytes } = description;
    const ofAccounts = 'files' in accounts ? accounts.files : [];
    const files = [...ofAccounts, ...Object.values(description.dataTypes).flatMap((type) => type.files)];
    const reader = await DuckDbReader.open({ files: [...new Set(files)], threads, memoryLimitMegabytes });
    try {
      return new FileSource(reader, description, await openTypes(reader, description));
    } catch (error) {
      reader.close();
      throw error;
    }
  }

  async findAccounts(identifiers: readonly VerifiedIdentifier[], signal?: AbortSignal): Promise<SourceAccount[]> {
    signal?.throwIfAborted();
    const { accounts, label } = this.description;
    const { countryCallingCode } = accounts;
    const about = { label, dataTypes: this.dataTypes, countryCallingCode };
    if ('contactsFile' in accounts) {
      return accountsAmong(await readContactsFile(accounts.contactsFile), identifiers, about);
    }
    const emails = identifiers.filter(({ kind }) => kind === 'email').map(({ value }) => value.trim().toLowerCase());
    const tels = identifiers.filter(({ kind }) => kind === 'tel');
    const digits = tels.flatMap(({ value }) => telSpellings(value, countryCallingCode)).map(withoutMarks);
    const rows: Row[] = [];
    const statement = findAccountsStatement(accounts, this.description);
    for await (const row of this.reader.read(statement, [emails, digits], signal)) rows.push(row);
    return accountsAmong(rows.flatMap(contactsOf('account', 'email', 'tel')), identifiers, about);
  }

  async *readRecords({ accountKey, dataType, from, to, signal }: RecordQuery): AsyncGenerator<unknown> {
    const type = this.types.get(dataType);
    if (type === undefined) return;
    // a date without a time is a whole day in a zone of its own: a day more on either side loses none
    const days = [addSeconds(from, -daySeconds), addSeconds(to, daySeconds)].map((instant) => instant.slice(0, 10));
    const values = [keyOf(type.key, accountKey), ...(type.isDated ? days : [])];
    for await (const row of this.reader.read(type.statement, values, signal)) yield type.records.toRecord(row);
  }

  override async stateOf(_accountKey: string, dataType: string): Promise<string | undefined> {
    const files = this.description.dataTypes[dataType]?.files;
    return files === undefined ? undefined : describeFiles(files);
  }

  override async close(): Promise<void> {
    this.reader.close();
  }
}

const withoutMarks = (tel: string) => tel.replace(/[^\d+]/g, '');

async function openTypes(reader: DuckDbReader, description: FileDescription): Promise<Map<string, OpenedType>> {
  const mistakes: string[] = [];
  const types = new Map<string, OpenedType>();
  const { accounts } = description;
  if ('files' in accounts) {
    const columns = await reader.describe(tableOf(accounts.files, description));
    const needed = [accounts.accountColumn, accounts.emailColumn, accounts.telColumn];
    mistakes.push(...needed.flatMap(isMissingFrom(columns, 'accounts')));
  }
  for (const [dataType, form] of Object.entries(description.dataTypes)) {
    const columns = await reader.describe(tableOf(form.files, description));
    const needed = [form.accountColumn, form.jsonColumn, form.dateColumn, ...Object.values(form.columns ?? {})];
    mistakes.push(...needed.flatMap(isMissingFrom(columns, `dataTypes > ${dataType}`)));
    const { timesWithoutZoneAre } = description;
    const fields = fieldsOf(form, columns).filter(([, column]) => isNested(columns.get(column) ?? ''));
    const nested = new Set(fields.map(([field]) => field));
    types.set(dataType, {
      statement: recordsStatement(form, columns, description),
      // What says whose a row is, is not selected: no column of this name stands among the fields.
      records: new RowRecords({ ...form, accountColumn: '', timesWithoutZoneAre, nested }),
      key: form.key,
      isDated: form.dateColumn !== undefined,
    });
  }
  if (mistakes.length > 0) throw new Error(mistakes.join('\n  '));
  return types;
}

function isMissingFrom(columns: ReadonlyMap<string, string>, at: string) {
  return (name: string | undefined): string[] =>
    name === undefined || columns.has(name) ? [] : [`${at}: there is no column ${name} in its files`];
}
