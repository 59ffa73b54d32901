import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, orRefuse, type ParticipantId, type Refusal, RefusedError, refuse } from '#domain';
import { Clock, Database, SETTINGS } from '#platform';
import {
  nodeCryptography,
  type Participant,
  type VerificationContext,
  verifyKeyIntroduction,
  verifyKeyRetirement,
} from '#protocol';
import type { TrustRegistrySettings } from '../settings/trust-registry.settings.ts';
import { introduceKey, retireKey } from './change-keys.ts';
import { ParticipantChanges } from './participant-changes.ts';
import { ParticipantStore } from './participant-store.ts';

type Rule = (participant: Participant, now: string) => Participant | Refusal;

/** Participants rotate their keys without the operator: a present key speaks for those of its own use, for no other. */
@Injectable()
export class KeyChangesService {
  constructor(
    private readonly database: Database,
    private readonly store: ParticipantStore,
    private readonly changes: ParticipantChanges,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<TrustRegistrySettings, 'PARTICIPANT_ID' | 'CLOCK_SKEW_SECONDS'>,
  ) {}

  /** @param raw a `key-introduction+jwt` */
  async introduce(raw: string): Promise<Participant> {
    const { issuer, newKid: kid, claims, header } = orRefuse(await verifyKeyIntroduction(text(raw), this.context()));
    const key = { kid, use: claims.use, jwk: claims.jwk, by: header.kid ?? '' };
    return this.apply(issuer, kid, (participant, now) => introduceKey(participant, key, now));
  }

  /** @param raw a `key-retirement+jwt` */
  async retire(raw: string): Promise<Participant> {
    const { issuer, claims, header } = orRefuse(await verifyKeyRetirement(text(raw), this.context()));
    const { kid, use } = claims;
    return this.apply(issuer, kid, (participant, now) =>
      retireKey(participant, { kid, use, by: header.kid ?? '' }, now),
    );
  }

  /** What changes nothing makes no list: a message sent again costs a look. */
  private async apply(id: ParticipantId, kid: string, rule: Rule): Promise<Participant> {
    const present = await this.find(id);
    if (present !== undefined && orRefuse(rule(present, this.clock.now())) === present) return present;
    return this.changes.change(async (tx, now) => {
      const listed = await this.store.find(tx, id);
      if (listed === undefined) throw new RefusedError(refuse('participant-unknown'));
      if ((await this.store.findHolders(tx, [kid])).some((holder) => holder !== id))
        throw new RefusedError(refuse('key-not-acceptable', 'listed elsewhere'));
      const participant = rule(listed.participant, now);
      if (isRefusal(participant)) throw new RefusedError(participant);
      await this.store.save(tx, { ...listed, participant }, now);
      return participant;
    });
  }

  private async find(id: ParticipantId): Promise<Participant | undefined> {
    return (await this.database.transaction((tx) => this.store.find(tx, id)))?.participant;
  }

  /** Against what is listed this moment, not against a list that was published. */
  private context(): VerificationContext {
    const findParticipant = (id: ParticipantId) => this.find(id);
    const findKey = async (id: ParticipantId, kid: string) =>
      (await this.find(id))?.keys.find((key) => key.kid === kid);
    return {
      audience: this.settings.PARTICIPANT_ID,
      now: this.clock.now(),
      skewSeconds: this.settings.CLOCK_SKEW_SECONDS,
      participants: { findParticipant, findKey },
      cryptography: nodeCryptography,
    };
  }
}

/** A JSON body arrives parsed: it is no signed message. */
function text(raw: string): string {
  if (typeof raw !== 'string') throw new RefusedError(refuse('media-type-not-supported'));
  return raw;
}
