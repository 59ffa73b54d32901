import { sha256Base64url } from '#protocol';
import { normaliseContact } from './contact.ts';
import type { ContactsOnRecord } from './contacts-file.ts';
import { findFhirDataType, patientOf } from './fhir-data-types.ts';
import { FhirNdjsonIndex, parseResource } from './fhir-ndjson-index.ts';
import { readPlaces } from './fhir-ndjson-reader.ts';
import { maskedLabel } from './masked-label.ts';
import { type RecordQuery, RecordSource, type SourceAccount, type VerifiedIdentifier } from './record-source.ts';
import { RecordSourceUnavailable } from './record-source-unavailable.ts';

export interface FhirNdjsonOptions {
  /** Holds `Patient.ndjson`, `Immunization.ndjson`, `Immunization.001.ndjson` … as FHIR Bulk Data exports them. */
  readonly folder: string;
  /** Stands in for Patient.telecom, where a person has an entry. */
  readonly contacts?: ContactsOnRecord | undefined;
  /** e.g. `1` or `44`: what national telephone numbers on record are numbers of. */
  readonly countryCallingCode?: string | undefined;
}

/** FHIR R4 records from a folder of bulk-export NDJSON. One account per Patient; its records as they stand in the files. */
export class FhirNdjsonSource extends RecordSource {
  private readonly patientsByContact = new Map<string, Map<string, VerifiedIdentifier>>();

  private constructor(
    readonly index: FhirNdjsonIndex,
    private readonly options: FhirNdjsonOptions,
  ) {
    super();
    for (const [patientId, telecom] of index.contacts) {
      for (const contact of options.contacts?.get(patientId) ?? telecom) this.addContact(patientId, contact);
    }
  }

  /** @throws where the folder or a file cannot be read */
  static async open(options: FhirNdjsonOptions): Promise<FhirNdjsonSource> {
    return new FhirNdjsonSource(await FhirNdjsonIndex.read(options.folder), options);
  }

  get dataTypes(): readonly string[] {
    return this.index.dataTypes;
  }

  async findAccounts(identifiers: readonly VerifiedIdentifier[], signal?: AbortSignal): Promise<SourceAccount[]> {
    signal?.throwIfAborted();
    const found = new Map<string, VerifiedIdentifier>();
    for (const identifier of identifiers) {
      const patients = this.patientsByContact.get(normaliseContact(identifier)) ?? [];
      for (const [patientId, contact] of patients) if (!found.has(patientId)) found.set(patientId, contact);
    }
    return [...found].map(([patientId, contact]) => ({
      accountKey: patientId,
      label: maskedLabel('Health record', patientId),
      dataTypes: this.dataTypes,
      contact,
    }));
  }

  async *readRecords({ accountKey, dataType, signal }: RecordQuery): AsyncGenerator<unknown> {
    const type = findFhirDataType(dataType);
    if (type === undefined) return;
    for await (const block of readPlaces(this.index.placesOf(dataType, accountKey), signal)) {
      for (const text of block) {
        signal?.throwIfAborted();
        const resource = parseResource(text, type);
        // a file written over in place may keep its size and time: what stands here now must still be hers
        if (resource === undefined || patientOf(resource, type) !== accountKey) {
          throw new RecordSourceUnavailable('source-changed', type.resourceType);
        }
        yield resource;
      }
    }
  }

  /** Of the files as they were indexed: a process that is started anew may find others. */
  override async stateOf(accountKey: string, dataType: string): Promise<string> {
    const files = new Set(this.index.placesOf(dataType, accountKey).map(({ file }) => file));
    return sha256Base64url([...files].map(({ size, modifiedMs }) => `${size} ${modifiedMs}`).join('\n'));
  }

  private addContact(patientId: string, contact: VerifiedIdentifier): void {
    const normalised = normaliseContact(contact, this.options.countryCallingCode);
    const patients = this.patientsByContact.get(normalised) ?? new Map<string, VerifiedIdentifier>();
    const value = contact.kind === 'tel' ? normalised.slice('tel:'.length) : contact.value;
    this.patientsByContact.set(normalised, patients.set(patientId, { kind: contact.kind, value }));
  }
}
