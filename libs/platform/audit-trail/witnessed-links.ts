import type { ParticipantId } from '#domain';
import type { Transaction } from '../database/transaction.ts';
import { doubtLater, linkEarlier, linkLater, listUnlinked } from './witness-statements.ts';

/**
 * Links what follows from what is linked by now, by the proofs that came with them: the beginning of a linked one is, and so
 * is what extends the newest. What extends one that contradicts is wrong as that is. Late and out of order it comes to the same.
 */
export async function followLinks(tx: Transaction, issuer: ParticipantId, role: string): Promise<void> {
  const trail = [issuer, role];
  if ((await tx.query(listUnlinked, [...trail, 1])).length === 0) return;
  for (;;) {
    const changed = [
      ...(await tx.query(linkEarlier, trail)),
      ...(await tx.query(linkLater, trail)),
      ...(await tx.query(doubtLater, trail)),
    ];
    if (changed.length === 0) return;
  }
}
