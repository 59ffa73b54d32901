import { readFile } from 'node:fs/promises';
import { isRefusal, type Refusal, toInstant } from '#domain';
import { readTrustRoots } from '#platform';
import { nodeCryptography, type TrailCheckpoint, verifyTrailCheckpoint, verifyTrustList } from '#protocol';
import { CommandFailure } from '../terminal/command-failure.ts';

export interface CheckpointFiles {
  readonly checkpoint: string;
  readonly trustList: string;
  readonly roots: string;
}

/** Offline: by a trust list and its roots, each a file. @returns refusals also of the list: it, or the checkpoint, is not believed */
export async function verifyCheckpointFile(files: CheckpointFiles): Promise<TrailCheckpoint | Refusal> {
  const now = toInstant(Date.now());
  const roots = await readTrustRoots(files.roots);
  if (roots === undefined) throw new CommandFailure('not-found', `there is no ${files.roots}`);
  const list = await verifyTrustList(await read(files.trustList), { roots, now, cryptography: nodeCryptography });
  if (isRefusal(list)) return list;
  return verifyTrailCheckpoint(await read(files.checkpoint), {
    now,
    participants: list,
    cryptography: nodeCryptography,
  });
}

async function read(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch {
    throw new CommandFailure('not-found', `${path} cannot be read`);
  }
}
