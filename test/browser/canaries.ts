import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '#platform';
import { readContactsFile } from '../../apps/data-provider-adapter/record-sources/contacts-file.ts';
import { FhirNdjsonSource } from '../../apps/data-provider-adapter/record-sources/fhir-ndjson-source.ts';
import { GeneratedStatementsSource } from '../../apps/data-provider-adapter/record-sources/generated-statements-source.ts';
import type { RecordSource } from '../../apps/data-provider-adapter/record-sources/record-source.ts';
import { contactsFileIn, hospitalExportIn } from '../../apps/network-node/demo/demo-people.ts';

const least = 6;
const long = 16;
const always = { from: '1900-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' } as const;

/** Values of records, none of which stands anywhere but in records: where one is seen, a record was seen. */
export class Canaries {
  private readonly short = new Set<string>();
  /** By how they begin. */
  private readonly long = new Map<string, string[]>();

  constructor(values: Iterable<string>) {
    for (const value of values) {
      if (value.length < long) this.short.add(value);
      else this.long.set(value.slice(0, long), [...(this.long.get(value.slice(0, long)) ?? []), value]);
    }
  }

  /** Those that stand in a text, as a word or words of their own: `1234.5` is not seen in `91234.56`. */
  *findIn(text: string): Generator<string> {
    for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}+-]/gu)) {
      for (let length = least; length < long; length += 1) {
        const word = text.slice(index, index + length);
        if (this.short.has(word) && endsAt(text, index + length)) yield word;
      }
      for (const value of this.long.get(text.slice(index, index + long)) ?? []) {
        if (text.startsWith(value, index) && endsAt(text, index + value.length)) yield value;
      }
    }
  }
}

const endsAt = (text: string, end: number): boolean => !/[\p{L}\p{N}]/u.test(text[end] ?? '');

/** What bank and hospital of a demo network hold of everyone they know. */
export async function readCanaries(demoFolder: string, seed: string, known: readonly string[]) {
  const holders = await readContactsFile(contactsFileIn(demoFolder));
  const asOf = () => new Date().toISOString() as typeof always.to;
  const sources: RecordSource[] = [
    new GeneratedStatementsSource({ seed, holders, currency: 'EUR', asOf }),
    await FhirNdjsonSource.open({ folder: hospitalExportIn(demoFolder) }),
  ];
  const values = new Set<string>();
  const labels: string[] = [];
  for (const source of sources) {
    for (const contact of [...holders.values()].flat()) {
      for (const { accountKey, label, dataTypes } of await source.findAccounts([contact])) {
        labels.push(label);
        for (const dataType of dataTypes) {
          for await (const record of source.readRecords({ accountKey, dataType, ...always })) addValues(record, values);
        }
      }
    }
    await source.close();
  }
  const contacts = [...holders.values()].flat().map(({ value }) => value);
  const all = new Canaries(values);
  for (const text of [...publicTexts(), ...known, ...labels, ...contacts])
    for (const value of all.findIn(text)) values.delete(value);
  return { canaries: new Canaries(values), count: values.size };
}

/** Text of some length, and amounts; a day could be any day. */
function addValues(record: unknown, values: Set<string>): void {
  if (typeof record === 'object' && record !== null) {
    for (const value of Object.values(record)) addValues(value, values);
  } else if (typeof record === 'string' || typeof record === 'number') {
    const text = `${record}`;
    if (text.length >= least && !/^\d{4}-\d\d-\d\d($|T00:00:00)/.test(text) && !/^\d+$/.test(text)) values.add(text);
  }
}

/** What anyone may read beforehand: the contract with its types, codes and examples, and the pages themselves. */
function publicTexts(): string[] {
  const folders = [join(packageRoot(), 'consent-artefacts'), join(packageRoot(), 'dist', 'web-portal')];
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(json|js|html|md)$/.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  );
}
