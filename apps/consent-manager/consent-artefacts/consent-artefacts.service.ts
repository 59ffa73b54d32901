import { Inject, Injectable } from '@nestjs/common';
import { type ParticipantId, RefusedError, refuse } from '#domain';
import { Clock, KeyRing, SETTINGS } from '#platform';
import { createEvent } from '#protocol';
import { ConsentStore } from '../consents/consent-store.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';

/** Gives a counterpart its own artefact again. */
@Injectable()
export class ConsentArtefactsService {
  constructor(
    private readonly store: ConsentStore,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: ConsentManagerSettings,
  ) {}

  /**
   * As an event, so that it is applied exactly like one: with the state as it is now.
   * @returns `secevent+jwt`. @throws RefusedError `consent-unknown` alike for another's artefact and for none
   */
  async find(artefactId: string, counterpart: ParticipantId): Promise<string> {
    const found = await this.store.findArtefact(artefactId, counterpart);
    if (found === undefined) throw new RefusedError(refuse('consent-unknown', artefactId));
    const { artefact, standing } = found;
    return createEvent({
      signer: this.keys.signer('statement'),
      issuer: this.settings.PARTICIPANT_ID,
      audience: counterpart,
      type: 'consent-artefact.issued',
      subject: artefactId,
      state: { artefactId, ...standing, artefact: artefact.token },
      now: this.clock.now(),
    });
  }
}
