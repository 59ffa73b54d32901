import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, type ParticipantId, type Refusal, refuse } from '#domain';
import { type RoleSettings, SETTINGS, Verifier } from '#platform';
import { consentArtefactMessage, verifyMessage } from '#protocol';
import type { HeldConsent } from './held-consent.ts';

/** Who brought an artefact, and under which id. */
export interface SaidOfArtefact {
  readonly manager: ParticipantId;
  readonly artefactId: string;
}

/** An artefact counts by its own signature, whatever brought it. */
@Injectable()
export class ArtefactVerification {
  constructor(
    private readonly verifier: Verifier,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {}

  /** Signed by the manager that brought it, for this data user. @returns refusals, also those of verifyMessage */
  async verify(token: string, said: SaidOfArtefact): Promise<HeldConsent['claims'] | Refusal> {
    const verified = await verifyMessage(consentArtefactMessage, token, this.verifier.contextInEvent());
    if (isRefusal(verified)) return verified;
    const { claims, issuer } = verified;
    if (issuer !== said.manager) return refuse('event-not-yours', 'the artefact was signed by another manager');
    if (claims.artefactId !== said.artefactId) return refuse('event-not-yours', 'the artefact has another id');
    return claims.for === 'data-user' && claims.dataUser === this.settings.PARTICIPANT_ID
      ? claims
      : refuse('data-user-not-consented', 'the artefact is for someone else');
  }
}
