import { readFile } from 'node:fs/promises';
import { type Instant, isRefusal, type ParticipantId, type Refusal, toInstant } from '#domain';
import { isConsentReceipt, nodeCryptography, type ReceiptVerdict, verifyReceipt } from '#protocol';
import { CommandFailure } from '../terminal/command-failure.ts';
import { readTrustList } from './read-trust-list.ts';

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
  const now = at ?? toInstant(Date.now());
  const read = await readTrustList(trustList, roots, now);
  if (isRefusal(read)) return read;
  const { list, root, pinned } = read;
  const verified = await verifyReceipt(await readBytes(receipt), {
    now,
    participants: list,
    cryptography: nodeCryptography,
  });
  if (isRefusal(verified)) return verified;
  const { receipt: whole, ...verdict } = verified;
  return {
    ...verdict,
    kind: isConsentReceipt(whole) ? 'consent' : 'release',
    issuer: whole['dct:publisher'],
    issuedAt: whole['dct:created'],
    list: { operator: list.operator, issuedAt: list.issuedAt, root, pinned },
  };
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new CommandFailure('not-found', `${path} cannot be read`);
  }
}
