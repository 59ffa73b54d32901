import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant } from '#domain';
import { KeyRing, publishTrustRoots, SETTINGS, type Transaction } from '#platform';
import type { ListedKey, Participant } from '#protocol';
import { ParticipantStore } from '../participants/participant-store.ts';
import type { TrustRegistrySettings } from '../settings/trust-registry.settings.ts';
import { TrustListPublisher } from './trust-list-publisher.ts';

/** The registry is in its own list: its entry names the root, and one day the next. */
@Injectable()
export class RegistryEntry implements OnModuleInit {
  constructor(
    private readonly participants: ParticipantStore,
    private readonly publisher: TrustListPublisher,
    private readonly keyRing: KeyRing,
    @Inject(SETTINGS) private readonly settings: TrustRegistrySettings,
  ) {}

  /** The list comes first: whoever finds the roots finds a list signed with them. */
  async onModuleInit(): Promise<void> {
    await this.publisher.change(async (tx, now) => {
      const participant = await this.describe(tx, now);
      await this.participants.save(tx, { participant, describedAt: now }, now);
    });
    const { TRUST_ROOTS_FILE: path, PARTICIPANT_ID: operator } = this.settings;
    const jwk = this.keyRing.signer('trust-list').publicJwk;
    if (path !== undefined) await publishTrustRoots(path, { operator, jwk });
  }

  private async describe(tx: Transaction, now: Instant): Promise<Participant> {
    const { PARTICIPANT_ID: id, PARTICIPANT_NAME: name, PUBLIC_URL: url } = this.settings;
    const { kid, publicJwk: jwk } = this.keyRing.signer('trust-list');
    const listed = (await this.participants.find(tx, id))?.participant.keys ?? [];
    const key: ListedKey = { kid, use: 'trust-list', jwk, validFrom: now };
    const keys = listed.some((each) => each.kid === kid) ? listed : [...listed, key];
    const endpoints = url === undefined ? {} : { 'trust-registry': url.replace(/\/+$/, '') };
    return { id, name, roles: ['trust-registry'], endpoints, keys, dataTypes: [], status: 'active' };
  }
}
