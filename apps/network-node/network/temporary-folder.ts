import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder for one run of a command, told by its process. It is not made. */
export const temporaryFolder = (home: string, name: string): string => join(home, `${name}-${process.pid}`);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes what runs that were killed outright could not. */
export async function removeLeftovers(home: string, name: string): Promise<void> {
  if (!existsSync(home)) return;
  const form = new RegExp(`^${name}-(\\d+)$`);
  for (const entry of readdirSync(home)) {
    const pid = form.exec(entry)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await rm(join(home, entry), { recursive: true, force: true, maxRetries: 5 });
  }
}
