import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReceivedRecord } from '../../apps/network-node/clients/data-user-client.ts';
import type { LocalNetwork } from '../../apps/network-node/network/member.ts';
import { roles } from './fault.ts';

export const handOverFolderIn = (folder: string) => join(folder, roles.user, 'hand-over');

/** The files in which the data user's own systems find what came under a consent. */
export function listHandedOver({ folder }: Pick<LocalNetwork, 'folder'>, consentId: string): string[] {
  const of = join(handOverFolderIn(folder), consentId);
  try {
    const found = readdirSync(of, { recursive: true, withFileTypes: true });
    return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

export function readHandedOver(files: readonly string[]): ReceivedRecord[] {
  const lines = files
    .filter((file) => file.endsWith('.ndjson'))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ReceivedRecord);
}
