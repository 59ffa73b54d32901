import { Injectable } from '@nestjs/common';
import { isRefusal, orRefuse, type ParticipantId, type Refusal, RefusedError, refuse } from '#domain';
import { AuditTrail, Clock } from '#platform';
import { type Participant, verifyKeyIntroduction, verifyKeyRetirement } from '#protocol';
import { introduceKey, retireKey } from './change-keys.ts';
import { ListedParticipants } from './listed-participants.ts';
import { ParticipantChanges } from './participant-changes.ts';
import { ParticipantStore } from './participant-store.ts';

type Rule = (participant: Participant, now: string) => Participant | Refusal;

/** Participants rotate their keys without the operator: a present key speaks for those of its own use, for no other. */
@Injectable()
export class KeyChangesService {
  constructor(
    private readonly store: ParticipantStore,
    private readonly changes: ParticipantChanges,
    private readonly listed: ListedParticipants,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** @param raw a `key-introduction+jwt` */
  async introduce(raw: string): Promise<Participant> {
    const {
      issuer,
      newKid: kid,
      claims,
      header,
    } = orRefuse(await verifyKeyIntroduction(text(raw), this.listed.context()));
    const key = { kid, use: claims.use, jwk: claims.jwk, by: header.kid ?? '' };
    return this.apply(issuer, kid, (participant, now) => introduceKey(participant, key, now));
  }

  /** @param raw a `key-retirement+jwt` */
  async retire(raw: string): Promise<Participant> {
    const { issuer, claims, header } = orRefuse(await verifyKeyRetirement(text(raw), this.listed.context()));
    const { kid, use } = claims;
    return this.apply(issuer, kid, (participant, now) =>
      retireKey(participant, { kid, use, by: header.kid ?? '' }, now),
    );
  }

  /** What changes nothing makes no list: a message sent again costs a look. */
  private async apply(id: ParticipantId, kid: string, rule: Rule): Promise<Participant> {
    const present = await this.listed.find(id);
    if (present !== undefined && orRefuse(rule(present, this.clock.now())) === present) return present;
    return this.changes.change(async (tx, now) => {
      const listed = await this.store.find(tx, id);
      if (listed === undefined) throw new RefusedError(refuse('participant-unknown'));
      if ((await this.store.findHolders(tx, [kid])).some((holder) => holder !== id))
        throw new RefusedError(refuse('key-not-acceptable', 'listed elsewhere'));
      const participant = rule(listed.participant, now);
      if (isRefusal(participant)) throw new RefusedError(participant);
      await this.store.save(tx, { ...listed, participant }, now);
      this.trail.write(tx, { act: 'key.changed', counterpart: id });
      return participant;
    });
  }
}

/** A JSON body arrives parsed: it is no signed message. */
function text(raw: string): string {
  if (typeof raw !== 'string') throw new RefusedError(refuse('media-type-not-supported'));
  return raw;
}
