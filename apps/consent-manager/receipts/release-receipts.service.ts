import { Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import {
  createReleaseReceipt,
  type DescribedRelease,
  describeRelease,
  missingOf,
  type ReleaseReceipt,
} from '#protocol';
import { artefactClaims } from './artefact-claims.ts';
import { ReceiptProofs } from './receipt-proofs.ts';
import { ReceiptSigner } from './receipt-signer.ts';
import { ReceiptStore, type ReleaseToReceipt } from './receipt-store.ts';

/** What a person can hold of one release of her data, once either side has said anything of it. */
@Injectable()
export class ReleaseReceipts {
  constructor(
    private readonly store: ReceiptStore,
    private readonly proofs: ReceiptProofs,
    private readonly signer: ReceiptSigner,
  ) {}

  /**
   * Made anew each time: with more in it once more is said.
   *
   * @throws RefusedError `session-unknown` alike for another person's, `release-not-stated`, and those of ReceiptProofs
   */
  async make(principalId: string, sessionId: string): Promise<ReleaseReceipt> {
    const found = await this.store.findRelease(sessionId, principalId);
    if (found === undefined) throw new RefusedError(refuse('session-unknown'));
    if (found.sentDigest === null && found.receivedDigest === null)
      throw new RefusedError(refuse('release-not-stated', sessionId));
    const trail = await this.proofs.prove(entriesOf(found));
    const record = describeRelease(this.describe(found), this.signer.words);
    const proven = {
      ...(found.sentToken === null ? {} : { sent: found.sentToken }),
      ...(found.receivedToken === null ? {} : { received: found.receivedToken }),
      ...(trail === undefined ? {} : { trail }),
    };
    const evidence = { artefact: found.artefact, ...proven, missing: missingOf(record, proven) };
    return createReleaseReceipt({ record, evidence }, this.signer.options(this.signer.now()));
  }

  private describe(found: ReleaseToReceipt): DescribedRelease {
    const { sentDigest, served, receivedDigest, records, receivedAt, eraseBy, erasedAt } = found;
    return {
      ...found,
      manager: this.signer.issuer,
      principal: found.principalId,
      artefact: artefactClaims(found.artefact),
      sent: sentDigest === null ? undefined : { manifestDigest: sentDigest, records: served ?? 0 },
      received:
        receivedDigest === null || receivedAt === null
          ? undefined
          : { manifestDigest: receivedDigest, records: records ?? 0, receivedAt },
      eraseBy: eraseBy ?? undefined,
      erasedAt: erasedAt ?? undefined,
    };
  }
}

/** None where a word is here whose entry is not: a proof of half of it would pass for one of the whole. */
function entriesOf({ authorised, sentToken, sentTrailed, receivedToken, receivedTrailed }: ReleaseToReceipt) {
  const isWhole = (token: string | null, trailed: string | null) => token === null || trailed !== null;
  const areWhole = isWhole(sentToken, sentTrailed) && isWhole(receivedToken, receivedTrailed);
  return areWhole ? [authorised, sentTrailed, receivedTrailed] : [];
}
