import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { packageRoot } from '#platform';
import { contractFiles } from './json-schemas.ts';
import { openApiFiles } from './open-api-documents.ts';
import { pageClientTypes } from './page-client-types.ts';
import { settingsPage } from './settings-page.ts';

/** Folders in which every file of the ending is generated: one that no longer is must go. */
const wholly: readonly (readonly [folder: string, ending: string])[] = [
  ['consent-artefacts/schema', '.schema.json'],
  ['docs/openapi', '.json'],
  ['apps/web-portal/api/generated', '.ts'],
];
/** Record schemas are written by hand, from the specifications of their fields. */
const byHand = 'consent-artefacts/schema/records';

function asText(content: unknown): string {
  return typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
}

async function generated(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [path, content] of contractFiles()) files.set(join('consent-artefacts', path), asText(content));
  const documents = await openApiFiles();
  for (const [path, content] of documents) files.set(join('docs/openapi', path), asText(content));
  for (const [path, content] of await pageClientTypes(documents)) {
    files.set(join('apps/web-portal/api/generated', path), asText(content));
  }
  files.set('docs/settings.md', settingsPage());
  return files;
}

function leftOver(root: string, files: ReadonlyMap<string, string>): string[] {
  return wholly.flatMap(([folder, ending]) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .map((name) => join(folder, name))
          .filter((path) => path.endsWith(ending) && !path.startsWith(byHand) && !files.has(path))
      : [],
  );
}

/**
 * Writes JSON Schemas, codes, OpenAPI documents and the settings page from the code.
 *
 * @param check true: writes nothing, only compares
 * @returns the paths that were, or would be, changed
 */
export async function generate(check: boolean): Promise<string[]> {
  const root = packageRoot();
  const files = await generated();
  const stale = [...files].filter(([path, text]) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  const gone = leftOver(root, files);
  if (!check) {
    for (const [path, text] of stale) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    for (const path of gone) rmSync(join(root, path));
  }
  return [...stale.map(([path]) => path), ...gone].map((path) => relative('', path)).sort();
}
