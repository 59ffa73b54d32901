import { hash } from 'node:crypto';
import type { PasskeyOwner } from './passkey.ts';

/** What an authenticator knows its owner by: the same each time, and nothing that can be read. 32 bytes. */
export function userHandleOf({ kind, id }: PasskeyOwner): Buffer {
  return hash('sha256', `${kind}\n${id}`, 'buffer');
}
