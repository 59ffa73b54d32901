import { Injectable } from '@nestjs/common';
import type { ConsentQuestion, ParticipantId } from '#domain';
import { Clock, TrustListCache } from '#platform';
import type { KeptConsent } from '../consent-artefacts/kept-consent.ts';
import type { DataSession } from './data-session.ts';

type Asked = Pick<DataSession, 'dataUser' | 'ask' | 'requestedAt'>;

/** What only this side knows. */
export type KnownOfConsent = Pick<ConsentQuestion, 'usesInWindow' | 'unlinkedAccounts' | 'inactiveParticipants'>;

/** Puts together what `checkConsent` is asked at this side. */
@Injectable()
export class QuestionOfConsent {
  constructor(
    private readonly trustList: TrustListCache,
    private readonly clock: Clock,
  ) {}

  /** Participants of the consent that are not listed and active now. */
  async inactive(...ids: ParticipantId[]): Promise<ParticipantId[]> {
    const found = await Promise.all(ids.map((id) => this.trustList.findParticipant(id)));
    return ids.filter((_id, index) => found[index]?.status !== 'active');
  }

  ask(
    { artefact, standing }: KeptConsent,
    { dataUser, ask, requestedAt }: Asked,
    known: KnownOfConsent,
  ): ConsentQuestion {
    return {
      now: this.clock.now(),
      consent: { terms: artefact.terms, standing, dataUser: artefact.dataUser },
      ask: { dataUser, ...ask },
      requestedAt,
      ...known,
    };
  }
}
