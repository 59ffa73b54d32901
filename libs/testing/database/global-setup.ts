import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
// By its file: the runner that loads this one does not know the condition that leads #platform to its sources.
import { startEmbeddedPostgres } from '../../platform/embedded-postgres/embedded-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
    testFolder: string;
  }
}

/** One PostgreSQL for the whole run, in the project's own folder; gone when the run is over. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const all = join(project.config.root, '.assent', 'test');
  await mkdir(all, { recursive: true });
  await removeLeftOvers(all);
  const folder = join(all, String(process.pid));
  const postgres = await startEmbeddedPostgres(join(folder, 'postgres'), { fsync: false, maxConnections: 500 });
  project.provide('postgresUrl', postgres.url);
  project.provide('testFolder', folder);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Folders of runs that were killed; one in which a small disk is mounted still stays, and holds nobody up. */
async function removeLeftOvers(all: string): Promise<void> {
  for (const name of await readdir(all)) {
    if (!isRunning(Number(name))) await rm(join(all, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
