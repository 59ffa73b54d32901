import { Inject, Injectable } from '@nestjs/common';
import type { ParticipantId } from '#domain';
import type { ListedKey } from '#protocol';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { countEvents, type EventCounts } from '../events/undelivered-events.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { TrustListCache } from '../trust-list/trust-list-cache.ts';
import { type ListStanding, RoleStanding, type UnheardCheckpoint } from './role-standing.ts';

const findUnheard = sql(
  'find-unheard-checkpoints',
  `SELECT receiver AS participant, min(created_at) AS since FROM outbox_events
   WHERE acknowledged_at IS NULL AND type = 'audit-trail.sealed' GROUP BY receiver LIMIT 1000`,
);

/** Of a role that goes by the trust list and tells events. */
@Injectable()
export class NetworkStanding extends RoleStanding {
  constructor(
    private readonly list: TrustListCache,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {
    super();
  }

  async trustList(): Promise<ListStanding | undefined> {
    const known = this.list.newest();
    if (known === undefined) return undefined;
    const { sequence, issuedAt, nextUpdate, validUntil, participants } = known;
    const dates = { issuedAt, nextUpdate, validUntil };
    const isListed = this.list.isListed();
    return { state: this.list.state(), sequence, ...dates, participants: participants.length, isListed };
  }

  async findListedKey(kid: string): Promise<ListedKey | undefined> {
    return this.list.current()?.findKey(this.settings.PARTICIPANT_ID, kid);
  }

  nameOf(participant: ParticipantId): string {
    return this.list.current()?.findParticipant(participant)?.name ?? participant;
  }

  async countEvents(): Promise<EventCounts | undefined> {
    return (await this.database.read<EventCounts>(countEvents, [this.clock.now()]))[0];
  }

  unheardCheckpoints(): Promise<readonly UnheardCheckpoint[]> {
    return this.database.read<UnheardCheckpoint>(findUnheard);
  }
}
