import { Inject, Injectable } from '@nestjs/common';
import {
  changeStatus,
  type Instant,
  isRefusal,
  orRefuse,
  type ParticipantId,
  type Refusal,
  RefusedError,
  refuse,
  type StatusAct,
} from '#domain';
import { AuditTrail, Database, SETTINGS, type TrailNote, type Transaction } from '#platform';
import { nodeCryptography, type Participant, verifyParticipantDescription } from '#protocol';
import type { TrustRegistrySettings } from '../settings/trust-registry.settings.ts';
import { enrolParticipant, type KeyAct, markKey } from './enrol-participant.ts';
import { ParticipantChanges } from './participant-changes.ts';
import { type ListedParticipant, ParticipantStore } from './participant-store.ts';

/** Who is in the network. Every change makes a new trust list, in the same transaction. */
@Injectable()
export class ParticipantsService {
  constructor(
    private readonly database: Database,
    private readonly store: ParticipantStore,
    private readonly changes: ParticipantChanges,
    private readonly trail: AuditTrail,
    @Inject(SETTINGS) private readonly settings: Pick<TrustRegistrySettings, 'NETWORK_IS_LOCAL'>,
  ) {}

  list(): Promise<Participant[]> {
    return this.database.transaction((tx) => this.store.list(tx));
  }

  /** @param raw a `participant-description+jwt` */
  async enrol(raw: string): Promise<Participant> {
    if (typeof raw !== 'string') throw new RefusedError(refuse('media-type-not-supported'));
    const description = orRefuse(await verifyParticipantDescription(raw, nodeCryptography));
    this.checkEndpoints(Object.values(description.endpoints));
    return this.change({ act: 'participant.listed', counterpart: description.id }, async (tx, listed, now) => {
      const kids = description.keys.map((key) => key.kid);
      const holders = await this.store.findHolders(tx, kids);
      if (holders.some((holder) => holder !== description.id)) return refuse('key-not-acceptable', 'listed elsewhere');
      return enrolParticipant(listed, description, now);
    });
  }

  /** By id. @param after id of the last one of the page before */
  page(limit: number, after?: ParticipantId): Promise<Participant[]> {
    return this.database.transaction((tx) => this.store.page(tx, limit, after));
  }

  /** @param operator id of whose act it is; nobody where it came with the key of the registry's own systems */
  changeStatus(id: ParticipantId, act: StatusAct, operator?: string): Promise<Participant> {
    const about = { act: 'participant.changed', counterpart: id, operator } as const;
    return this.change(about, async (_tx, listed) => {
      const { participant, describedAt } = orRefuse(known(listed));
      const status = changeStatus(participant.status, act);
      return isRefusal(status) ? status : { participant: { ...participant, status }, describedAt };
    });
  }

  /** @param operator as of `changeStatus` */
  markKey(id: ParticipantId, kid: string, act: (now: Instant) => KeyAct, operator?: string): Promise<Participant> {
    const about = { act: 'key.changed', counterpart: id, operator, ...(operator && { about: kid }) } as const;
    return this.change(about, async (_tx, listed, now) => {
      const { participant, describedAt } = orRefuse(known(listed));
      const marked = markKey(participant, kid, act(now));
      return isRefusal(marked) ? marked : { participant: marked, describedAt };
    });
  }

  private async change(
    note: TrailNote & { readonly counterpart: ParticipantId },
    to: (tx: Transaction, listed: ListedParticipant | undefined, now: Instant) => Promise<ListedParticipant | Refusal>,
  ): Promise<Participant> {
    const id = note.counterpart;
    return this.changes.change(async (tx, now) => {
      const changed = orRefuse(await to(tx, await this.store.find(tx, id), now));
      await this.store.save(tx, changed, now);
      this.trail.write(tx, note);
      return (await this.store.find(tx, id))?.participant ?? changed.participant;
    });
  }

  private checkEndpoints(endpoints: readonly string[]): void {
    const plain = endpoints.some((endpoint) => !endpoint.startsWith('https:'));
    if (plain && !this.settings.NETWORK_IS_LOCAL) throw new RefusedError(refuse('schema-mismatch', 'endpoints: https'));
  }
}

function known(listed: ListedParticipant | undefined): ListedParticipant | Refusal {
  return listed ?? refuse('participant-unknown');
}
