import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What the roles of one side did. */
export interface Counts {
  readonly signatures: number;
  readonly verifications: number;
  /** X25519. */
  readonly keyAgreements: number;
  /** HTTP calls answered by a role, whoever made them. */
  readonly callsServed: number;
  /** Sent to PostgreSQL, several in one round trip or not; those of timers and queues included. */
  readonly statements: number;
}

const preload = pathToFileURL(fileURLToPath(new URL('./count-calls.js', import.meta.url))).href;
const fileOf = (folder: string, name: string) => join(folder, `counts-${name}.json`);

/** What a process needs in its environment to count. */
export function countingEnvironment(folder: string, name: string, nodeOptions = ''): Record<string, string> {
  return {
    NODE_OPTIONS: `--import=${preload} ${nodeOptions}`.trim(),
    BENCH_COUNTS_FILE: fileOf(folder, name),
  };
}

async function readOne(folder: string, name: string, pid: number): Promise<Counts> {
  const file = fileOf(folder, name);
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  const deadline = Date.now() + 5_000;
  while (!existsSync(file)) {
    if (Date.now() > deadline) throw new Error(`${name} does not say what it counted`);
    await sleep(2);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Counts;
}

/** The sum over all processes since they began. */
export async function readCounts(
  folder: string,
  processes: readonly { readonly name: string; readonly pid: number }[],
): Promise<Counts> {
  const all = await Promise.all(processes.map(({ name, pid }) => readOne(folder, name, pid)));
  const sum = (of: keyof Counts) => all.reduce((total, counts) => total + counts[of], 0);
  return {
    signatures: sum('signatures'),
    verifications: sum('verifications'),
    keyAgreements: sum('keyAgreements'),
    callsServed: sum('callsServed'),
    statements: sum('statements'),
  };
}
