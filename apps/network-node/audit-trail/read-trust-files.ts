import { readFile } from 'node:fs/promises';
import { readTrustRoots } from '#platform';
import type { TrustRoot } from '#protocol';
import { CommandFailure } from '../terminal/command-failure.ts';

/** @throws CommandFailure `not-found` */
export async function readPinned(roots: string): Promise<TrustRoot[]> {
  const pinned = await readTrustRoots(roots);
  if (pinned === undefined) throw new CommandFailure('not-found', `there is no ${roots}`);
  return pinned;
}

/** @throws CommandFailure `not-found` */
export async function readToken(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch {
    throw new CommandFailure('not-found', `${path} cannot be read`);
  }
}
