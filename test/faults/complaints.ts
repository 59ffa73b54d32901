import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, type LocalNetwork } from '../../apps/network-node/network/member.ts';
import { roleNames } from './fault.ts';

const lines = 8;

/** What the roles logged or died of, for the report of a failure. */
export function readComplaints(network: LocalNetwork): string {
  const files = roleNames.flatMap((name) =>
    ['stderr.log', 'log.ndjson'].map((file) => join(folderOf(network, name), file)),
  );
  return files.map((file) => `${file}\n${tailOf(file)}`).join('\n');
}

function tailOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}
