import { isUtf8 } from 'node:buffer';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseExactJson } from './exact-json.ts';
import { type FhirDataType, fhirDataTypes, isFhirResource, patientContacts, patientOf } from './fhir-data-types.ts';
import { type NdjsonLine, ndjsonLines } from './ndjson-lines.ts';
import type { VerifiedIdentifier } from './record-source.ts';

/** A file of the export as it was when it was indexed. */
export interface IndexedFile {
  readonly path: string;
  readonly size: number;
  readonly modifiedMs: number;
}

/** Where a record stands, in bytes. */
export interface RecordPlace {
  readonly file: IndexedFile;
  readonly offset: number;
  readonly length: number;
}

/** A line that names no person, is no UTF-8, or no resource of its file's type. It is never released. */
export interface SkippedLines {
  readonly path: string;
  readonly lines: number;
}

/** Which lines of a bulk export are about whom: byte positions only, no record stays in memory. */
export class FhirNdjsonIndex {
  readonly contacts = new Map<string, readonly VerifiedIdentifier[]>();
  readonly dataTypes: string[] = [];
  readonly skipped: SkippedLines[] = [];
  private readonly places = new Map<string, RecordPlace[]>();

  /** Reads `<ResourceType>.ndjson` and `<ResourceType>.<anything>.ndjson` in the order of their names. */
  static async read(folder: string): Promise<FhirNdjsonIndex> {
    const index = new FhirNdjsonIndex();
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ndjson')).sort();
    for (const type of fhirDataTypes) {
      const own = names.filter((name) => name.split('.')[0] === type.resourceType);
      if (own.length > 0) index.dataTypes.push(type.dataType);
      for (const name of own) await index.addFile(join(folder, name), type);
    }
    return index;
  }

  placesOf(dataType: string, patientId: string): readonly RecordPlace[] {
    return this.places.get(`${dataType} ${patientId}`) ?? [];
  }

  private async addFile(path: string, type: FhirDataType): Promise<void> {
    const { size, mtimeMs } = await stat(path);
    const file = { path, size, modifiedMs: mtimeMs };
    let skipped = 0;
    const skip = () => {
      skipped += 1;
    };
    for await (const line of ndjsonLines(path, skip)) if (!this.addLine(file, type, line)) skip();
    if (skipped > 0) this.skipped.push({ path, lines: skipped });
  }

  private addLine(file: IndexedFile, type: FhirDataType, { offset, bytes }: NdjsonLine): boolean {
    // Read as UTF-8 all the same, it would say something else than it does.
    const resource = isUtf8(bytes) ? parseResource(bytes.toString('utf8'), type) : undefined;
    const patientId = resource && patientOf(resource, type);
    if (resource === undefined || patientId === undefined) return false;
    if (type.patientField === undefined && resource['active'] !== false) {
      this.contacts.set(patientId, patientContacts(resource));
    }
    const key = `${type.dataType} ${patientId}`;
    const places = this.places.get(key);
    const place = { file, offset, length: bytes.length };
    if (places === undefined) this.places.set(key, [place]);
    else places.push(place);
    return true;
  }
}

/** @returns nothing where the text is no JSON or no resource of this type */
export function parseResource(text: string, type: FhirDataType) {
  const value = parseExactJson(text);
  return isFhirResource(value) && value.resourceType === type.resourceType ? value : undefined;
}
