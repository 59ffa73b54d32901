import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';

/** A new folder inside the project that goes with the test run. */
export async function createTestFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const all = inject('testFolder');
  await mkdir(all, { recursive: true });
  const path = await mkdtemp(join(all, 'folder-'));
  // What a test has just stopped may write its last file while the folder goes: tried again then.
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }) };
}
