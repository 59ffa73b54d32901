import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Readiness } from '../health/readiness.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { TrustListCache } from '../trust-list/trust-list-cache.ts';

/** Ready means: there is a trust list to rely on, and others find this participant and its present keys in it. */
@Injectable()
export class NetworkReadiness implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly trustList: TrustListCache,
    private readonly keyRing: KeyRing,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {}

  onModuleInit(): void {
    this.readiness.add('trust-list', () => this.trustList.current() !== undefined);
    this.readiness.add('listed', () => this.isListed());
  }

  private isListed(): boolean {
    if (!this.trustList.isListed()) return false;
    const id = this.settings.PARTICIPANT_ID;
    const missing = this.keyRing.publicKeys().find(({ kid }) => !this.trustList.current()?.findKey(id, kid));
    // Looking up an unknown key has the list fetched again: it was enrolled under other keys before.
    if (missing !== undefined) this.trustList.findKey(id, missing.kid).catch(() => undefined);
    return missing === undefined;
  }
}
