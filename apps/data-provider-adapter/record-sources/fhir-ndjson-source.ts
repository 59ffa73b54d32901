import { type FileHandle, open } from 'node:fs/promises';
import { normaliseContact } from './contact.ts';
import { type ContactsOnRecord } from './contacts-file.ts';
import { type FhirDataType, findFhirDataType, patientOf } from './fhir-data-types.ts';
import { FhirNdjsonIndex, type IndexedFile, parseResource, type RecordPlace } from './fhir-ndjson-index.ts';
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

  async findAccounts(identifiers: readonly VerifiedIdentifier[]): Promise<SourceAccount[]> {
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
    let file: IndexedFile | undefined;
    let handle: FileHandle | undefined;
    try {
      for (const place of this.index.placesOf(dataType, accountKey)) {
        signal?.throwIfAborted();
        if (place.file !== file || handle === undefined) {
          await handle?.close();
          handle = undefined;
          handle = await openUnchanged(place.file);
          file = place.file;
        }
        yield await readRecord(handle, place, type, accountKey);
      }
    } finally {
      await handle?.close();
    }
  }

  private addContact(patientId: string, contact: VerifiedIdentifier): void {
    const normalised = normaliseContact(contact, this.options.countryCallingCode);
    const patients = this.patientsByContact.get(normalised) ?? new Map<string, VerifiedIdentifier>();
    const value = contact.kind === 'tel' ? normalised.slice('tel:'.length) : contact.value;
    this.patientsByContact.set(normalised, patients.set(patientId, { kind: contact.kind, value }));
  }
}

async function openUnchanged({ path, size, modifiedMs }: IndexedFile): Promise<FileHandle> {
  const handle = await open(path).catch((cause: unknown) => {
    throw new RecordSourceUnavailable('unreachable', path, { cause });
  });
  const now = await handle.stat();
  if (now.size === size && now.mtimeMs === modifiedMs) return handle;
  await handle.close();
  throw new RecordSourceUnavailable('source-changed', path);
}

async function readRecord(handle: FileHandle, place: RecordPlace, type: FhirDataType, patientId: string) {
  const bytes = Buffer.allocUnsafe(place.length);
  const { bytesRead } = await handle.read(bytes, 0, place.length, place.offset);
  const resource = bytesRead === place.length ? parseResource(bytes, type) : undefined;
  // a file written over in place may keep its size and time: what stands here now must still be hers
  if (resource === undefined || patientOf(resource, type) !== patientId) {
    throw new RecordSourceUnavailable('source-changed', place.file.path);
  }
  return resource;
}
