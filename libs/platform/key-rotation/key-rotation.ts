import { Inject, Injectable, Logger } from '@nestjs/common';
import { addSeconds, RefusedError } from '#domain';
import type { ListedKey } from '#protocol';
import { Clock } from '../clock/clock.ts';
import { KeyRing } from '../keys/key-ring.ts';
import type { SigningKey } from '../keys/signing-key-store.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { TrustListCache } from '../trust-list/trust-list-cache.ts';
import { lastWordsUntil } from './last-words.ts';
import { RegistryNotice } from './registry-notice.ts';

const TRY_AGAIN_MS = 10_000;

/**
 * Takes each rotation one step further: a next key is introduced to the registry, signs once the list has named it for
 * KEY_OVERLAP_SECONDS, and the one before retires in the list when its last words have arrived. Where a rotation stands
 * is read from the keys and the list alone: one that was cut off goes on after a restart.
 */
@Injectable()
export class KeyRotation {
  private readonly logger = new Logger(KeyRotation.name);
  private readonly notBefore = new Map<string, number>();

  constructor(
    private readonly keyRing: KeyRing,
    private readonly trustList: TrustListCache,
    private readonly notice: RegistryNotice,
    private readonly clock: Clock,
    @Inject(SETTINGS)
    private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID' | 'KEY_OVERLAP_SECONDS' | 'CLOCK_SKEW_SECONDS'>,
  ) {}

  async advance(): Promise<void> {
    await this.keyRing.refresh();
    for (const key of this.keyRing.keys()) {
      const list = this.trustList.current();
      if (list === undefined || !this.trustList.isListed()) return;
      const listed = list.findKey(this.settings.PARTICIPANT_ID, key.kid);
      if (key.state === 'next') await this.advanceNext(key, listed);
      if (key.state === 'retired') await this.advanceRetired(key, listed);
    }
  }

  private async advanceNext(key: SigningKey, listed: ListedKey | undefined): Promise<void> {
    const now = this.clock.now();
    if (listed === undefined) return this.patiently(key, () => this.notice.introduce(key));
    if (hasEnded(listed)) {
      this.logger.warn(`the next key for ${key.use}, ${key.kid}, has ended in the trust list: it is dropped`);
      await this.keyRing.store.retire(key.use, key.kid, now);
    } else if (addSeconds(listed.validFrom, this.settings.KEY_OVERLAP_SECONDS) <= now) {
      await this.keyRing.store.activate(key.use, key.kid, lastWordsUntil(now, this.settings));
      this.logger.log(`the key for ${key.use} is ${key.kid} now`);
    } else return;
    await this.keyRing.refresh();
  }

  private async advanceRetired(key: SigningKey, listed: ListedKey | undefined): Promise<void> {
    const now = this.clock.now();
    const done = listed === undefined || hasEnded(listed);
    if (done || (key.lastWordsUntil ?? now) > now) return;
    await this.patiently(key, () => this.notice.retire(key));
  }

  /** A registry that is away or says no is asked again in a while; nothing is lost meanwhile, as the old key signs on. */
  private async patiently({ kid, use }: SigningKey, tell: () => Promise<void>): Promise<void> {
    if (performance.now() < (this.notBefore.get(kid) ?? 0)) return;
    try {
      await tell();
      this.notBefore.delete(kid);
    } catch (error) {
      const reason = error instanceof RefusedError ? `${error.refusal.code} ${error.refusal.detail}` : String(error);
      if (!this.notBefore.has(kid)) this.logger.warn(`the registry was not told of ${use} key ${kid}: ${reason}`);
      this.notBefore.set(kid, performance.now() + TRY_AGAIN_MS);
      // Its operator may have listed the key meanwhile.
      await this.trustList.refresh();
    }
  }
}

const hasEnded = ({ retiredAt, compromisedSince }: ListedKey): boolean =>
  retiredAt !== undefined || compromisedSince !== undefined;
