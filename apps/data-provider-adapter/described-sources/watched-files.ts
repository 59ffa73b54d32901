import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { sha256Base64url } from '#protocol';
import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';

/** Files as they were when a reading of them began: what changes meanwhile is not read on. */
export class WatchedFiles {
  private constructor(
    private readonly paths: readonly string[],
    private readonly states: readonly string[],
  ) {}

  /** @throws RecordSourceUnavailable where one is not there */
  static async look(paths: readonly string[]): Promise<WatchedFiles> {
    return new WatchedFiles(paths, await Promise.all(paths.map(stateOf)));
  }

  /** @throws RecordSourceUnavailable where one is gone, or is another than it was */
  async check(): Promise<void> {
    const now = await Promise.all(this.paths.map(stateOf));
    const changed = this.paths.find((_, index) => now[index] !== this.states[index]);
    if (changed !== undefined) throw new RecordSourceUnavailable('source-changed', basename(changed));
  }
}

/**
 * The same for copies of the same files elsewhere, from which another replica may go on.
 *
 * @throws RecordSourceUnavailable where one is not there
 */
export async function describeFiles(paths: readonly string[]): Promise<string> {
  const states = await Promise.all(paths.map(stateOf));
  return sha256Base64url(states.map((state) => state.replace(/^\d+ /, '')).join('\n'));
}

async function stateOf(path: string): Promise<string> {
  const { ino, size, mtimeMs } = await stat(path).catch((cause: unknown) => {
    throw new RecordSourceUnavailable('unreachable', basename(path), { cause });
  });
  return `${ino} ${size} ${mtimeMs}`;
}
