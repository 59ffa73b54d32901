import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { digestOfCanonical } from '#protocol';
import { CommandFailure } from '../terminal/command-failure.ts';

/** The people of a bulk-export folder, and a digest of each of their records. */
export interface SourcePeople {
  /** Patient ids in the order of the file. */
  readonly ids: readonly string[];
  /** Patient id -> sorted digests of the canonical JSON of every record. */
  readonly digests: ReadonlyMap<string, readonly string[]>;
  /** Data type -> how many records. */
  readonly counts: Readonly<Record<string, number>>;
}

export type Resource = Readonly<Record<string, unknown>>;

/** `AllergyIntolerance.ndjson` or `AllergyIntolerance.000.ndjson` -> `fhir-r4.allergy-intolerance` */
export function dataTypeOfFile(name: string): string {
  const resource = name.split('.')[0] ?? '';
  return `fhir-r4.${resource.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`;
}

function parseLine(line: string, place: string): Resource {
  try {
    return JSON.parse(line) as Resource;
  } catch {
    throw new CommandFailure('usage', `${place} is not JSON`);
  }
}

/** @throws CommandFailure where a line is not JSON */
export async function* resources(file: string): AsyncGenerator<Resource> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() !== '') yield parseLine(line, `${file}:${number}`);
  }
}

/** Whose record it is: `Patient/<id>` in `patient` or `subject`, or the resource itself. */
export function personOf(resource: Resource): string | undefined {
  if (resource['resourceType'] === 'Patient') return `${resource['id']}`;
  const pointer = (resource['patient'] ?? resource['subject']) as { reference?: string } | undefined;
  return pointer?.reference?.replace(/^Patient\//, '');
}

/**
 * @param dataTypes only files of these types
 * @param limit at most so many people, the first of Patient.ndjson
 */
export async function readSource(folder: string, dataTypes: ReadonlySet<string>, limit: number): Promise<SourcePeople> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CommandFailure('not-found', `there is no folder ${folder}`);
  }
  const files = readdirSync(folder).filter((name) => name.endsWith('.ndjson') && dataTypes.has(dataTypeOfFile(name)));
  const digests = new Map<string, string[]>();
  for (const file of files.filter((name) => name.startsWith('Patient.'))) {
    for await (const resource of resources(join(folder, file))) {
      if (digests.size < limit) digests.set(`${resource['id']}`, []);
    }
  }
  if (digests.size === 0) {
    throw new CommandFailure(
      'not-found',
      `${folder} holds no people: a Patient.ndjson of FHIR R4 bulk export is needed`,
    );
  }
  if (Number.isFinite(limit) && digests.size < limit) {
    throw new CommandFailure('usage', `${folder} holds ${digests.size} people, fewer than the ${limit} asked for`);
  }
  const counts: Record<string, number> = {};
  for (const file of files.sort()) {
    for await (const resource of resources(join(folder, file))) {
      const own = digests.get(personOf(resource) ?? '');
      if (own === undefined) continue;
      own.push(digestOfCanonical(resource));
      const type = dataTypeOfFile(file);
      counts[type] = (counts[type] ?? 0) + 1;
    }
  }
  for (const own of digests.values()) own.sort();
  return { ids: [...digests.keys()], digests, counts };
}
