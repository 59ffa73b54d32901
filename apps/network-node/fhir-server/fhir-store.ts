import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [element: string]: unknown;
}

const dateElements = ['occurrenceDateTime', 'performedDateTime', 'effectiveDateTime', 'authoredOn', 'recordedDate'];
const periodElements = ['period', 'performedPeriod', 'effectivePeriod'];

/** The resources of a folder of bulk-export NDJSON, all in memory: enough for a hospital made for trying things out. */
export class FhirStore {
  private readonly byType = new Map<string, Map<string, Resource>>();

  static async read(folder: string): Promise<FhirStore> {
    const store = new FhirStore();
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.ndjson')).sort()) {
      const lines = (await readFile(join(folder, name), 'utf8')).split('\n').filter((line) => line.trim() !== '');
      for (const line of lines) store.add(JSON.parse(line) as Resource);
    }
    return store;
  }

  add(resource: Resource): void {
    const ofType = this.byType.get(resource.resourceType) ?? new Map<string, Resource>();
    this.byType.set(resource.resourceType, ofType.set(resource.id, resource));
  }

  types(): string[] {
    return [...this.byType.keys()];
  }

  find(resourceType: string, id: string): Resource | undefined {
    return this.byType.get(resourceType)?.get(id);
  }

  /** @throws SearchNotSupported for a parameter this server does not know: silence would answer about everybody */
  search(resourceType: string, parameters: URLSearchParams): Resource[] {
    const tests = [...parameters]
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, value]) => matcher(name, value));
    return [...(this.byType.get(resourceType)?.values() ?? [])]
      .filter((resource) => tests.every((test) => test(resource)))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

export class SearchNotSupported extends Error {}

type Test = (resource: Resource) => boolean;

function matcher(name: string, value: string): Test {
  if (name === 'patient') {
    const reference = value.startsWith('Patient/') ? value : `Patient/${value}`;
    return (resource) =>
      [resource['patient'], resource['subject']].some((element) => referenceOf(element) === reference);
  }
  if (name === 'email' || name === 'phone' || name === 'telecom') return telecomMatcher(name, value);
  if (name === 'date' || name === 'authoredon') return dateMatcher(value);
  throw new SearchNotSupported(name);
}

function referenceOf(element: unknown): unknown {
  return typeof element === 'object' && element !== null && 'reference' in element ? element.reference : undefined;
}

function telecomMatcher(name: string, value: string): Test {
  const wanted = value.split(/(?<!\\),/).map((alternative) => {
    const [system, written] = name === 'telecom' ? alternative.split('|') : [name, alternative];
    return { system, written: (written ?? '').replace(/\\(.)/g, '$1').toLowerCase() };
  });
  return (resource) => {
    const telecom = (resource['telecom'] ?? []) as ReadonlyArray<{ system?: string; value?: string }>;
    return telecom.some((point) =>
      wanted.some(({ system, written }) => point.system === system && point.value?.toLowerCase() === written),
    );
  };
}

function dateMatcher(value: string): Test {
  const bound = value.slice(2);
  return (resource) => {
    const date = dateOf(resource)?.slice(0, bound.length);
    if (date === undefined) return false;
    if (value.startsWith('ge')) return date >= bound;
    if (value.startsWith('le')) return date <= bound;
    throw new SearchNotSupported(`date=${value.slice(0, 2)}`);
  };
}

function dateOf(resource: Resource): string | undefined {
  const period = periodElements.map((name) => resource[name] as { start?: string } | undefined).find((at) => at?.start);
  return (
    dateElements.map((name) => resource[name] as string | undefined).find((at) => at !== undefined) ?? period?.start
  );
}
