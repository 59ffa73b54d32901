import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json: the same whether sources or the build below dist/ are running. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('package.json was not found above the running code');
    folder = above;
  }
  return folder;
}

/** The contract in files: code lists, templates, schemas. */
export function consentArtefactsFolder(): string {
  return join(packageRoot(), 'consent-artefacts');
}
