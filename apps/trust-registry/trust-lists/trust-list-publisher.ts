import { Inject, Injectable } from '@nestjs/common';
import { addSeconds, type Instant } from '#domain';
import { Clock, Database, KeyRing, SETTINGS, type Transaction } from '#platform';
import { createTrustList } from '#protocol';
import { ParticipantChanges } from '../participants/participant-changes.ts';
import { ParticipantStore } from '../participants/participant-store.ts';
import type { TrustRegistrySettings } from '../settings/trust-registry.settings.ts';
import { TrustListStore } from './trust-list-store.ts';

/** Makes the next signed list, in the transaction of what it is made for. */
@Injectable()
export class TrustListPublisher extends ParticipantChanges {
  constructor(
    private readonly database: Database,
    private readonly participants: ParticipantStore,
    private readonly lists: TrustListStore,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: TrustRegistrySettings,
  ) {
    super();
  }

  /** One change at a time, on whichever replica: so lists follow one another as the changes did. */
  change<T>(work: (tx: Transaction, now: Instant) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await this.lists.lock(tx);
      const now = this.clock.now();
      const result = await work(tx, now);
      await this.publish(tx, now);
      return result;
    });
  }

  private async publish(tx: Transaction, now: Instant): Promise<void> {
    const { PARTICIPANT_ID, PARTICIPANT_NAME, NETWORK_NAME, ...settings } = this.settings;
    const sequence = (await this.lists.lastSequence(tx)) + 1;
    const refreshSeconds = settings.TRUST_LIST_RENEWAL_SECONDS;
    const validSeconds = settings.TRUST_LIST_VALID_SECONDS;
    const token = await createTrustList({
      signer: this.keyRing.signer('trust-list'),
      operator: { id: PARTICIPANT_ID, name: PARTICIPANT_NAME },
      network: NETWORK_NAME,
      sequence,
      now,
      refreshSeconds,
      validSeconds,
      participants: await this.participants.list(tx),
      rootSuccessions: await this.lists.successions(tx),
    });
    await this.lists.add(tx, { sequence, token, issuedAt: now, validUntil: addSeconds(now, validSeconds) });
  }
}
