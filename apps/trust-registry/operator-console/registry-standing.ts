import { Inject, Injectable } from '@nestjs/common';
import { addSeconds, type ParticipantId } from '#domain';
import { Clock, Database, type ListStanding, RoleStanding, SETTINGS, sql } from '#platform';
import type { ListedKey } from '#protocol';
import { ListedParticipants } from '../participants/listed-participants.ts';
import type { TrustRegistrySettings } from '../settings/trust-registry.settings.ts';
import { TrustListStore } from '../trust-lists/trust-list-store.ts';

const countParticipants = sql(
  'count-participants',
  `SELECT count(*)::int AS participants FROM participants WHERE status <> 'withdrawn'`,
);

/** Of the role that makes the trust list itself, and tells no events. */
@Injectable()
export class RegistryStanding extends RoleStanding {
  constructor(
    private readonly lists: TrustListStore,
    private readonly listed: ListedParticipants,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS)
    private readonly settings: Pick<TrustRegistrySettings, 'PARTICIPANT_ID' | 'TRUST_LIST_RENEWAL_SECONDS'>,
  ) {
    super();
  }

  async trustList(): Promise<ListStanding | undefined> {
    const newest = await this.lists.newest();
    if (newest === undefined) return undefined;
    const { sequence, issuedAt, validUntil } = newest;
    const now = this.clock.now();
    const nextUpdate = addSeconds(issuedAt, this.settings.TRUST_LIST_RENEWAL_SECONDS);
    const state = now >= validUntil ? 'EXPIRED' : now < nextUpdate ? 'FRESH' : 'STALE';
    const [counted] = await this.database.read<{ participants: number }>(countParticipants);
    const own = await this.listed.find(this.settings.PARTICIPANT_ID);
    const isListed = own?.status === 'active';
    return { state, sequence, issuedAt, nextUpdate, validUntil, participants: counted?.participants ?? 0, isListed };
  }

  async findListedKey(kid: string): Promise<ListedKey | undefined> {
    const own = await this.listed.find(this.settings.PARTICIPANT_ID);
    return own?.keys.find((key) => key.kid === kid);
  }

  nameOf(participant: ParticipantId): string {
    return participant;
  }

  async countEvents(): Promise<undefined> {
    return undefined;
  }

  /** A registry hands over to nobody: whoever witnesses its trail comes for it. */
  async unheardCheckpoints(): Promise<readonly []> {
    return [];
  }
}
