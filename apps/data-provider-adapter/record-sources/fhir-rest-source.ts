import { addSeconds } from '#domain';
import { accountsAmong } from './account-contacts.ts';
import { normaliseContact, telSpellings } from './contact.ts';
import type { ContactsOnRecord } from './contacts-file.ts';
import { FhirClient, type FhirClientOptions } from './fhir-client.ts';
import {
  type FhirDataType,
  type FhirResource,
  fhirDataTypes,
  findFhirDataType,
  patientContacts,
  patientOf,
} from './fhir-data-types.ts';
import { searchMatches, searchPrivately } from './fhir-search.ts';
import { maskedLabel } from './masked-label.ts';
import { type RecordQuery, RecordSource, type SourceAccount, type VerifiedIdentifier } from './record-source.ts';
import { RecordSourceUnavailable } from './record-source-unavailable.ts';

export interface FhirRestOptions extends FhirClientOptions {
  /** Resources per page; servers may give fewer. */
  readonly pageSize: number;
  /**
   * Whether to let the server select by date. Quicker where people have very many records; but a server's search by
   * date does not find records that have no such date, which a consent covers.
   */
  readonly searchByDate: boolean;
  /** Stands in for the server's search for people, where its Patients have no contacts that can be relied on. */
  readonly contacts?: ContactsOnRecord | undefined;
  /** e.g. `1` or `44`: what national telephone numbers on record are numbers of. */
  readonly countryCallingCode?: string | undefined;
}

const daySeconds = 86_400;

/** FHIR R4 records from a FHIR REST server. One account per Patient. */
export class FhirRestSource extends RecordSource {
  readonly dataTypes = fhirDataTypes.map((type) => type.dataType);
  private readonly client: FhirClient;

  constructor(private readonly options: FhirRestOptions) {
    super();
    this.client = new FhirClient(options);
  }

  async findAccounts(identifiers: readonly VerifiedIdentifier[], signal?: AbortSignal): Promise<SourceAccount[]> {
    signal?.throwIfAborted();
    const { contacts, countryCallingCode } = this.options;
    if (contacts !== undefined) {
      const about = { label: 'Health record', dataTypes: this.dataTypes, countryCallingCode };
      return accountsAmong(contacts, identifiers, about);
    }
    const accounts = new Map<string, SourceAccount>();
    for (const identifier of identifiers) {
      for await (const patient of searchPrivately(this.client, 'Patient', this.personSearch(identifier), signal)) {
        const account = this.accountOf(patient, identifier);
        if (account !== undefined && !accounts.has(account.accountKey)) accounts.set(account.accountKey, account);
      }
    }
    return [...accounts.values()];
  }

  async *readRecords(query: RecordQuery): AsyncGenerator<FhirResource> {
    const type = findFhirDataType(query.dataType);
    if (type === undefined) return;
    const { accountKey, signal } = query;
    for await (const resource of this.resources(type, query)) {
      signal?.throwIfAborted();
      // servers pass over search parameters they do not know: then this would be everybody's records
      if (resource.resourceType !== type.resourceType || patientOf(resource, type) !== accountKey) {
        throw new RecordSourceUnavailable('answer-about-someone-else', type.resourceType);
      }
      yield resource;
    }
  }

  override close(): Promise<void> {
    return this.client.close();
  }

  private async *resources(type: FhirDataType, query: RecordQuery): AsyncGenerator<FhirResource> {
    if (type.patientField !== undefined) {
      yield* searchMatches(this.client, type.resourceType, this.recordSearch(type, query), query.signal);
      return;
    }
    const url = new URL(`${type.resourceType}/${encodeURIComponent(query.accountKey)}`, this.client.base);
    const answer = await this.client.get(url, query.signal);
    if (answer.found) yield answer.resource;
  }

  private recordSearch(type: FhirDataType, { accountKey, from, to }: RecordQuery): URLSearchParams {
    const search = new URLSearchParams({ patient: accountKey, _count: String(this.options.pageSize), _sort: '_id' });
    if (!this.options.searchByDate || type.dateParameter === undefined) return search;
    // a date without a time is a whole day in the server's own zone: a day more on either side loses none
    search.append(type.dateParameter, `ge${addSeconds(from, -daySeconds).slice(0, 10)}`);
    search.append(type.dateParameter, `le${addSeconds(to, daySeconds).slice(0, 10)}`);
    return search;
  }

  private personSearch({ kind, value }: VerifiedIdentifier): URLSearchParams {
    if (kind === 'email') return new URLSearchParams({ email: escapeValue(value.trim()) });
    return new URLSearchParams({ phone: telSpellings(value, this.options.countryCallingCode).join(',') });
  }

  private accountOf(patient: FhirResource, asked: VerifiedIdentifier): SourceAccount | undefined {
    const id = patient['id'];
    if (patient.resourceType !== 'Patient' || typeof id !== 'string' || patient['active'] === false) return undefined;
    const code = this.options.countryCallingCode;
    const normalised = normaliseContact(asked);
    const contact = patientContacts(patient).find((point) => normaliseContact(point, code) === normalised);
    if (contact === undefined) return undefined;
    const value = contact.kind === 'tel' ? normalised.slice('tel:'.length) : contact.value;
    return {
      accountKey: id,
      label: maskedLabel('Health record', id),
      dataTypes: this.dataTypes,
      contact: { kind: contact.kind, value },
    };
  }
}

/** A comma, a bar or a dollar sign in a search value would begin another (FHIR R4, 3.1.1.4.0.2). */
function escapeValue(value: string): string {
  return value.replace(/[\\,|$]/g, '\\$&');
}
