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

  isInUse(tx: Transaction, consentId: string): Promise<boolean> {
    return this.store.isInUse(tx, consentId);
  }

  hasUnaccounted(tx: Transaction, consentId: string): Promise<boolean> {
    return this.store.hasUnaccounted(tx, consentId);
  }

  async isAnythingLeft(tx: Transaction, consentId: string): Promise<boolean> {
    if ((await this.store.isInUse(tx, consentId)) || (await this.store.hasUnaccounted(tx, consentId))) return true;
    const { parts, keys, secrets } = await this.store.countLeftOvers(tx, consentId);
    return parts + keys + secrets > 0;
  }

  async destroyKey(tx: Transaction, consentId: string): Promise<number> {
    return this.keys.destroy(tx, consentId);
  }

  /** Sessions under way end, and stay as tombstones: what comes late for them is not taken. */
  async erase(tx: Transaction, consentId: string, { receiptId, reason, now }: Erasing): Promise<Erased> {
    const refusal = { by: 'data-user', code: 'data-erased', detail: reason } as const;
    if (reason !== 'data-life-ended') await this.requests.refuseWaiting(tx, consentId, refusal);
    await this.store.eraseSessions(tx, consentId, refusal, now);
    const keysDestroyed = await this.keys.destroy(tx, consentId);
    const sessions = await this.store.accountFor(tx, consentId, receiptId);
    await this.checkNothingIsLeft(tx, consentId);
    return { sessions, keysDestroyed };
  }

  /** No receipt is signed for what is still there: counted, not assumed. */
  private async checkNothingIsLeft(tx: Transaction, consentId: string): Promise<void> {
    const { parts, keys, secrets } = await this.store.countLeftOvers(tx, consentId);
    if (parts + keys + secrets === 0) return;
    throw new Error(`erasing consent ${consentId} left ${parts} parts, ${keys} keys, ${secrets} session secrets`);
  }
}
