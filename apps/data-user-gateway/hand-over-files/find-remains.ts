import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isOurFile } from './session-folder.ts';

const session = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.erasing)?$/;

async function namesIn(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

/**
 * Looks into the folder itself, whatever the tables say.
 * @returns sessions of which files lie there that a hand-over writes, whole, half done or set aside
 */
export async function findRemains(root: string, consentId: string): Promise<string[]> {
  const found = new Set<string>();
  for (const name of await namesIn(join(root, consentId))) {
    const sessionId = session.exec(name)?.[1];
    if (sessionId === undefined) continue;
    if ((await namesIn(join(root, consentId, name))).some(isOurFile)) found.add(sessionId);
  }
  return [...found];
}
