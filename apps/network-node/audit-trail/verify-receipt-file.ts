import { readFile } from 'node:fs/promises';
import { type Instant, type ParticipantId, type Refusal, toInstant } from '#domain';
import { nodeCryptography, type ReceiptVerdict, verifyReceiptByList } from '#protocol';
import { CommandFailure } from '../terminal/command-failure.ts';
import { readPinned, readToken } from './read-trust-files.ts';

export interface ReceiptFiles {
  readonly receipt: string;
  readonly trustList: string;
  readonly roots?: string | undefined;
  /** As of then; now where absent. */
  readonly at?: Instant | undefined;
}

export interface FileVerdict extends ReceiptVerdict {
  readonly kind: 'consent' | 'release';
  readonly issuer: ParticipantId;
  readonly issuedAt: Instant;
  readonly list: {
    readonly operator: ParticipantId;
    readonly issuedAt: Instant;
    readonly root: string;
    readonly pinned: boolean;
  };
}

/** Offline: by files alone. @returns refusals also of the list; a verdict where the receipt is one */
export async function verifyReceiptFile({
  receipt,
  trustList,
  roots,
  at,
}: ReceiptFiles): Promise<FileVerdict | Refusal> {
  const list = await readToken(trustList);
  const verdict = await verifyReceiptByList(await readBytes(receipt), list, {
    now: at ?? toInstant(Date.now()),
    roots: roots === undefined ? undefined : await readPinned(roots),
    cryptography: nodeCryptography,
  });
  if ('wrong' in verdict) return verdict.refusal;
  const { list: by, root, ...rest } = verdict;
  return { ...rest, list: { operator: by.operator, issuedAt: by.issuedAt, root, pinned: roots !== undefined } };
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new CommandFailure('not-found', `${path} cannot be read`);
  }
}
