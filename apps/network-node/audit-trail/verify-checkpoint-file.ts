import { isRefusal, type Refusal, toInstant } from '#domain';
import { nodeCryptography, type TrailCheckpoint, verifyTrailCheckpoint } from '#protocol';
import { readToken, readTrustList } from './read-trust-list.ts';

export interface CheckpointFiles {
  readonly checkpoint: string;
  readonly trustList: string;
  readonly roots: string;
}

/** Offline: by a trust list and its roots, each a file. @returns refusals also of the list: it, or the checkpoint, is not believed */
export async function verifyCheckpointFile(files: CheckpointFiles): Promise<TrailCheckpoint | Refusal> {
  const now = toInstant(Date.now());
  const read = await readTrustList(files.trustList, files.roots, now);
  if (isRefusal(read)) return read;
  return verifyTrailCheckpoint(await readToken(files.checkpoint), {
    now,
    participants: read.list,
    cryptography: nodeCryptography,
  });
}
