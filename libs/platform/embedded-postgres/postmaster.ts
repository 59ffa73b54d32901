import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** What PostgreSQL writes about itself into its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

export async function readPostmaster(dataFolder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Looks for a server left in the data folder. One on its way out is waited for; the note of one that is gone, whose
 * pid may belong to something else by now, is removed.
 *
 * @returns the server that runs there and means to stay
 */
export async function findRunningPostmaster(dataFolder: string): Promise<Postmaster | undefined> {
  // A server whose parent was killed begins to stop within milliseconds; one still ready after that has another parent.
  const readyUntil = Date.now() + 500;
  const leavingUntil = Date.now() + 20_000;
  for (;;) {
    const postmaster = await readPostmaster(dataFolder);
    if (postmaster === undefined) return undefined;
    if (!(await isPostgres(postmaster.pid))) {
      await rm(join(dataFolder, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (postmaster.ready && Date.now() > readyUntil) return postmaster;
    if (Date.now() > leavingUntil) {
      throw new Error(`PostgreSQL (process ${postmaster.pid}) neither answers nor ends in ${dataFolder}.`);
    }
    await sleep(20);
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  const listed = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => askPs(pid));
  return listed.includes('postgres') && !/\) Z |^Z/.test(listed);
}

/** For systems without /proc. */
async function askPs(pid: number): Promise<string> {
  const ps = promisify(execFile)('ps', ['-p', String(pid), '-o', 'stat=,comm=']);
  return ps.then(
    ({ stdout }) => stdout,
    () => '',
  );
}
