import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, KeyRing, SETTINGS, type Transaction } from '#platform';
import { createRootSuccession, type ListedKey, type Participant } from '#protocol';
import { ParticipantStore } from '../participants/participant-store.ts';
import type { TrustRegistrySettings } from '../settings/trust-registry.settings.ts';
import { ownKeys } from './own-keys.ts';
import { TrustListPublisher } from './trust-list-publisher.ts';
import { TrustListStore } from './trust-list-store.ts';
import { TrustRootsFile } from './trust-roots-file.ts';

/** The registry is in its own list: its entry names the root, and the next one beside it. */
@Injectable()
export class RegistryEntry implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly participants: ParticipantStore,
    private readonly lists: TrustListStore,
    private readonly publisher: TrustListPublisher,
    private readonly keyRing: KeyRing,
    private readonly roots: TrustRootsFile,
    @Inject(SETTINGS) private readonly settings: TrustRegistrySettings,
  ) {}

  onModuleInit(): Promise<void> {
    return this.publish();
  }

  /** The list comes first: whoever finds the roots finds a list signed with one of them. */
  async publish(): Promise<void> {
    await this.publisher.change(async (tx, now) => {
      const listed = await this.find(tx);
      const keys = ownKeys(listed, this.keyRing.keys(), now);
      await this.certify(
        tx,
        keys.filter((key) => !listed.includes(key)),
        now,
      );
      await this.participants.save(tx, { participant: this.describe(keys), describedAt: now }, now);
    });
    await this.roots.write();
  }

  /** Whether the entry, with the keys it lists, does not say yet what the keys are. */
  isOutdated(listed: readonly ListedKey[], now: Instant): boolean {
    return ownKeys(listed, this.keyRing.keys(), now) !== listed;
  }

  keys(): Promise<readonly ListedKey[]> {
    return this.database.transaction((tx) => this.find(tx));
  }

  private async find(tx: Transaction): Promise<readonly ListedKey[]> {
    return (await this.participants.find(tx, this.settings.PARTICIPANT_ID))?.participant.keys ?? [];
  }

  /** Whoever pinned the old root and was away during the overlap follows it to the new one. */
  private async certify(tx: Transaction, added: readonly ListedKey[], now: Instant): Promise<void> {
    const root = this.keyRing.signer('trust-list');
    for (const { kid, jwk } of added.filter((key) => key.kid !== root.kid && key.retiredAt === undefined)) {
      const token = await createRootSuccession(root, this.settings.PARTICIPANT_ID, jwk, now);
      await this.lists.addSuccession(tx, { kid, token, madeAt: now });
    }
  }

  private describe(keys: readonly ListedKey[]): Participant {
    const { PARTICIPANT_ID: id, PARTICIPANT_NAME: name, PUBLIC_URL: url } = this.settings;
    const endpoints = url === undefined ? {} : { 'trust-registry': url.replace(/\/+$/, '') };
    return { id, name, roles: ['trust-registry'], endpoints, keys, dataTypes: [], status: 'active' };
  }
}
