import { Injectable } from '@nestjs/common';
import type { ErasureReason, Instant } from '#domain';
import type { Transaction } from '#platform';
import { ConsentKeyStore } from '../data-keys/consent-key-store.ts';
import { DataRequestStore } from '../data-requests/data-request-store.ts';
import { type ErasedSession, ErasureStore } from './erasure-store.ts';

export interface Erased {
  readonly sessions: readonly ErasedSession[];
  readonly keysDestroyed: number;
}

interface Erasing {
  readonly receiptId: string;
  readonly reason: ErasureReason;
  readonly now: Instant;
}

/** Takes away rows and keys, with the consent locked. */
@Injectable()
export class Eraser {
  constructor(
    private readonly store: ErasureStore,
    private readonly keys: ConsentKeyStore,
    private readonly requests: DataRequestStore,
  ) {}

  async isAnythingLeft(tx: Transaction, consentId: string): Promise<boolean> {
    if ((await this.store.isInUse(tx, consentId)) || (await this.store.hasUnaccounted(tx, consentId))) return true;
    const { parts, keys, secrets, handOvers } = await this.store.countLeftOvers(tx, consentId);
    return parts + keys + secrets + handOvers > 0;
  }

  /**
   * Ends the life of data whose time has come; with the last of it goes the key.
   * @returns nothing where there is nothing to give a receipt for
   */
  async endDataLives(tx: Transaction, consentId: string, receiptId: string, now: Instant): Promise<Erased | undefined> {
    this.store.endDataLives(tx, consentId, now);
    const inUse = await this.store.isInUse(tx, consentId);
    const keysDestroyed = inUse ? 0 : await this.keys.destroy(tx, consentId);
    if (!inUse) await this.checkNothingIsLeft(tx, consentId);
    if (!(await this.store.hasUnaccounted(tx, consentId))) return undefined;
    return { sessions: await this.store.accountFor(tx, consentId, receiptId), keysDestroyed };
  }

  /** Sessions under way end, and stay as tombstones: what comes late for them is not taken. */
  async erase(tx: Transaction, consentId: string, { receiptId, reason, now }: Erasing): Promise<Erased> {
    const refusal = { by: 'data-user', code: 'data-erased', detail: reason } as const;
    this.requests.refuseWaiting(tx, consentId, refusal);
    this.store.eraseSessions(tx, consentId, refusal, now);
    const keysDestroyed = await this.keys.destroy(tx, consentId);
    const sessions = await this.store.accountFor(tx, consentId, receiptId);
    await this.checkNothingIsLeft(tx, consentId);
    return { sessions, keysDestroyed };
  }

  /** No receipt is signed for what is still there: counted, not assumed. */
  private async checkNothingIsLeft(tx: Transaction, consentId: string): Promise<void> {
    const { parts, keys, secrets, handOvers } = await this.store.countLeftOvers(tx, consentId);
    if (parts + keys + secrets + handOvers === 0) return;
    const left = `${parts} parts, ${keys} keys, ${secrets} session secrets, ${handOvers} hand-overs`;
    throw new Error(`erasing consent ${consentId} left ${left}: it is undone and tried again`);
  }
}
