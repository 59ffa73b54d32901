import { isRefusal, type Refusal, toInstant } from '#domain';
import { nodeCryptography, type TrailCheckpoint, verifyGivenTrustList, verifyTrailCheckpoint } from '#protocol';
import { readPinned, readToken } from './read-trust-files.ts';

export interface CheckpointFiles {
  readonly checkpoint: string;
  readonly trustList: string;
  readonly roots: string;
}

/** Offline: by a trust list and its roots, each a file. @returns refusals also of the list: it, or the checkpoint, is not believed */
export async function verifyCheckpointFile(files: CheckpointFiles): Promise<TrailCheckpoint | Refusal> {
  const now = toInstant(Date.now());
  const by = { now, cryptography: nodeCryptography };
  const roots = await readPinned(files.roots);
  const given = await verifyGivenTrustList(await readToken(files.trustList), { ...by, roots });
  if (isRefusal(given)) return given;
  return verifyTrailCheckpoint(await readToken(files.checkpoint), {
    ...by,
    participants: given.list,
  });
}
