import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogues } from '#platform';
import { dataTypeOfFile, personOf, type Resource, resources } from './source-records.ts';

/** The people and records a hospital is filled with. */
export interface HospitalContents {
  /** The hospital's own, for its files. */
  readonly folder: string;
  /** FHIR R4 bulk export. */
  readonly data: string;
  /** Patient id -> email address. */
  readonly contacts: ReadonlyMap<string, string>;
  readonly dataTypes: readonly string[];
  /** Of a PostgreSQL server's superuser. */
  readonly databaseUrl: string;
}

export interface HospitalRecord {
  readonly person: string;
  readonly resource: Resource;
}

/** Everything of one data type in the export, also of people who do not travel. */
export async function* recordsOf({ data }: HospitalContents, dataType: string): AsyncGenerator<HospitalRecord> {
  const files = readdirSync(data).filter((name) => name.endsWith('.ndjson') && dataTypeOfFile(name) === dataType);
  for (const file of files.sort()) {
    for await (const resource of resources(join(data, file))) {
      const person = personOf(resource);
      if (person !== undefined) yield { person, resource };
    }
  }
}

/** What the catalogue of data types says of one: the description of a source has to name its schema. */
export function cataloguedType(dataType: string): { readonly schema: string; readonly fields: readonly string[] } {
  const found = loadCatalogues().dataTypes.get(dataType);
  if (found === undefined) throw new Error(`${dataType} is not catalogued`);
  return found;
}
