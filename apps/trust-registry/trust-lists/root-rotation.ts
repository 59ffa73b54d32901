import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { addSeconds } from '#domain';
import { Clock, JobQueues, KeyRing, lastWordsUntil, SETTINGS } from '#platform';
import type { TrustRegistrySettings } from '../settings/trust-registry.settings.ts';
import { RegistryEntry } from './registry-entry.ts';

const LOOK_MS = 1000;

/**
 * Takes the rotation of the root one step further: the old root names the next, which signs once it has been listed
 * for KEY_OVERLAP_SECONDS; then the old one retires. Where it stands is read from the keys and the entry alone.
 */
@Injectable()
export class RootRotation implements OnModuleInit {
  private readonly logger = new Logger(RootRotation.name);

  constructor(
    private readonly entry: RegistryEntry,
    private readonly keyRing: KeyRing,
    private readonly queues: JobQueues,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: TrustRegistrySettings,
  ) {}

  onModuleInit(): void {
    this.queues.every('trust-registry.rotate-root', LOOK_MS, () => this.advance());
  }

  async advance(): Promise<void> {
    await this.keyRing.refresh();
    const now = this.clock.now();
    const keys = this.keyRing.keys();
    if (keys.every(({ state }) => state === 'active')) return;
    const listed = await this.entry.keys();
    const next = keys.find(({ state }) => state === 'next');
    const named = listed.find(({ kid }) => kid === next?.kid);
    if (next !== undefined && named !== undefined && isOver(named.validFrom, this.settings, now)) {
      await this.keyRing.store.activate(next.use, next.kid, lastWordsUntil(now, this.settings));
      await this.keyRing.refresh();
      await this.entry.publish();
      this.logger.log(`trust lists are signed with the root ${next.kid} now`);
    } else if (this.entry.isOutdated(listed, now)) await this.entry.publish();
  }
}

function isOver(validFrom: string, { KEY_OVERLAP_SECONDS }: TrustRegistrySettings, now: string): boolean {
  return addSeconds(validFrom, KEY_OVERLAP_SECONDS) <= now;
}
