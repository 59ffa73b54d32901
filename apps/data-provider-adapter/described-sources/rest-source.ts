import { addSeconds } from '#domain';
import { accountsAmong } from '../record-sources/account-contacts.ts';
import { readContactsFile } from '../record-sources/contacts-file.ts';
import { valueAt } from '../record-sources/exact-json.ts';
import { isOpen } from '../record-sources/plain-http.ts';
import {
  type RecordQuery,
  RecordSource,
  type SourceAccount,
  type VerifiedIdentifier,
} from '../record-sources/record-source.ts';
import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';
import { keyOf } from './account-key.ts';
import { RestClient } from './rest-client.ts';
import type { RestDataType, RestDescription } from './rest-description.ts';
import { itemsOf, readItems } from './rest-pages.ts';
import { contactsOf } from './row-contacts.ts';
import type { Row } from './row-record.ts';

const daySeconds = 86_400;

/** Records of a service that answers GET with JSON. */
export class RestSource extends RecordSource {
  readonly dataTypes: readonly string[];
  private readonly client: RestClient;

  private constructor(private readonly description: RestDescription) {
    super();
    this.dataTypes = Object.keys(description.dataTypes);
    this.client = new RestClient(description);
  }

  /** @throws where a secret or a person would travel in the open */
  static async open(description: RestDescription): Promise<RestSource> {
    const { baseUrl, token, plainHttp } = description;
    const addresses = [baseUrl, ...(token !== undefined && 'tokenUrl' in token ? [token.tokenUrl] : [])];
    if (!plainHttp && addresses.some(isOpen)) {
      throw new Error('http to another machine: use https, or say plainHttp: true');
    }
    return new RestSource(description);
  }

  async findAccounts(identifiers: readonly VerifiedIdentifier[], signal?: AbortSignal): Promise<SourceAccount[]> {
    signal?.throwIfAborted();
    const { accounts, label } = this.description;
    const about = { label, dataTypes: this.dataTypes, countryCallingCode: accounts.countryCallingCode };
    if ('contactsFile' in accounts) {
      return accountsAmong(await readContactsFile(accounts.contactsFile), identifiers, about);
    }
    const rows: Row[] = [];
    for (const { kind, value } of identifiers) {
      const name = accounts[kind];
      if (name === undefined) continue;
      for (const item of await this.search(accounts, name, value, signal)) {
        rows.push({
          account: textAt(item, accounts.account),
          email: accounts.emailAt === undefined ? null : textAt(item, accounts.emailAt),
          tel: accounts.telAt === undefined ? null : textAt(item, accounts.telAt),
        });
      }
    }
    return accountsAmong(rows.flatMap(contactsOf('account', 'email', 'tel')), identifiers, about);
  }

  async *readRecords(query: RecordQuery): AsyncGenerator<unknown> {
    const { accountKey, dataType, signal } = query;
    signal?.throwIfAborted();
    const type = this.description.dataTypes[dataType];
    if (type === undefined) return;
    const key = keyOf(type.key, accountKey);
    const first = this.addressOf(type, key, query);
    if (first === undefined) return;
    const { items, paging } = type;
    const pages = { first, items, paging, pageLimit: this.description.pageLimit };
    for await (const item of readItems(this.client, pages, signal)) {
      signal?.throwIfAborted();
      // Services pass over parameters they do not know: then this would be everybody's records.
      if (textAt(item, type.owner) !== key) throw new RecordSourceUnavailable('answer-about-someone-else', dataType);
      yield valueAt(item, type.record);
    }
  }

  override close(): Promise<void> {
    return this.client.close();
  }

  /** @returns nothing for a key that would lead to another path: no account has it */
  private addressOf(type: RestDataType, key: string, { accountKey, from, to }: RecordQuery): URL | undefined {
    const values: Record<string, string> = {
      key,
      account: accountKey,
      from,
      to,
      fromDate: addSeconds(from, -daySeconds).slice(0, 10),
      toDate: addSeconds(to, daySeconds).slice(0, 10),
    };
    if (/^\.{0,2}$/.test(key) || /^\.{0,2}$/.test(accountKey)) return undefined;
    const url = this.client.urlOf(fill(type.path, values, encodeURIComponent));
    for (const [name, text] of Object.entries(type.query)) url.searchParams.set(name, fill(text, values, String));
    return url;
  }

  private async search(
    { path, method, items }: { path: string; method: 'GET' | 'POST'; items?: string | undefined },
    name: string,
    value: string,
    signal?: AbortSignal,
  ): Promise<unknown[]> {
    const url = this.client.urlOf(path);
    if (method === 'GET') url.searchParams.set(name, value);
    const answer = await (method === 'GET'
      ? this.client.get(url, signal)
      : this.client.post(url, { [name]: value }, signal));
    return answer.found ? itemsOf(answer.json, items) : [];
  }
}

/** Every `{name}` in one pass: what is filled in is never filled again. */
function fill(template: string, values: Readonly<Record<string, string>>, encode: (value: string) => string): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    values[name] === undefined ? whole : encode(values[name]),
  );
}

function textAt(item: unknown, path: string): string | null {
  const value = valueAt(item, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
