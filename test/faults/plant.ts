import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '#platform';

interface Plant {
  readonly found: RegExp;
  readonly by: string;
}

const inFolder = (file: string) => join(packageRoot(), 'test', 'faults', file);

/** Name -> what is planted: defects that rounds must find. */
export async function readPlants(): Promise<ReadonlyMap<string, Plant>> {
  const { plants } = await import(/* @vite-ignore */ pathToFileURL(inFolder('plants.mjs')).href);
  return new Map(Object.entries(plants as Record<string, Plant>));
}

/**
 * What a role has to be started with, so that it has the defect.
 *
 * @throws where there is none of this name, or nothing in dist/ that it could be planted into
 */
export async function settingsToPlant(name: string, nodeOptions: string): Promise<Record<string, string>> {
  const plants = await readPlants();
  const plant = plants.get(name);
  if (plant === undefined) throw new Error(`no defect ${name}: there are ${[...plants.keys()].join(', ')}`);
  const chunks = join(packageRoot(), 'dist', 'chunks');
  const fits = readdirSync(chunks).some((file) => plant.found.test(readFileSync(join(chunks, file), 'utf8')));
  if (!fits) throw new Error(`${name} fits nothing in dist/: mend test/faults/plants.mjs`);
  return { NODE_OPTIONS: `${nodeOptions} --import=${pathToFileURL(inFolder('planted.mjs'))}`, FAULT_PLANT: name };
}
