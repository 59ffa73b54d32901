import { Inject, Injectable } from '@nestjs/common';
import { Clock, KeyRing, publishTrustRoots, SETTINGS, type SigningKey } from '#platform';
import type { TrustRegistrySettings } from '../settings/trust-registry.settings.ts';

/** The file that others pin: the root that signs, the next one, and the one before until it retires. */
@Injectable()
export class TrustRootsFile {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<TrustRegistrySettings, 'PARTICIPANT_ID' | 'TRUST_ROOTS_FILE'>,
  ) {}

  /** @throws where it holds the roots of others alone */
  async write(): Promise<void> {
    const { PARTICIPANT_ID: operator, TRUST_ROOTS_FILE: path } = this.settings;
    if (path === undefined) return;
    const keys = this.keyRing.keys();
    const roots = (of: readonly SigningKey[]) => of.map(({ jwk }) => ({ operator, jwk }));
    await publishTrustRoots(path, roots(keys.filter((key) => this.isLive(key))), roots(keys));
  }

  private isLive({ state, lastWordsUntil = '' }: SigningKey): boolean {
    if (state === 'retired') return lastWordsUntil > this.clock.now();
    return state !== 'compromised';
  }
}
