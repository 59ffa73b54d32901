import { Inject, Injectable } from '@nestjs/common';
import { checkConsent, type DataRange, type DataTypeTerm, type Refusal, RefusedError, refuse } from '#domain';
import { Clock, type RoleSettings, SETTINGS } from '#platform';
import type { ConsentGround, HeldConsent } from './held-consent.ts';
import { HeldConsentStore } from './held-consent-store.ts';

export interface Ask {
  readonly dataTypes: readonly DataTypeTerm[];
  readonly dataRange: DataRange;
}

/** The consent checks by our own copy of the consent. The manager and the provider ask them again, and decide. */
@Injectable()
export class OwnConsentCheck {
  constructor(
    private readonly consents: HeldConsentStore,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {}

  /** @throws RefusedError `consent-unknown` */
  async find(consentId: string): Promise<HeldConsent> {
    const consent = await this.consents.find(consentId);
    if (consent === undefined) throw new RefusedError(refuse('consent-unknown', consentId));
    return consent;
  }

  /** @throws RefusedError with the first reason against it */
  check(ground: ConsentGround, ask: Ask): void {
    const refusal = this.refusalOf(ground, ask);
    if (refusal !== undefined) throw new RefusedError(refusal);
  }

  /** @returns the first reason against it */
  refusalOf({ claims, standing }: ConsentGround, { dataTypes, dataRange }: Ask): Refusal | undefined {
    return checkConsent({
      now: this.clock.now(),
      consent: { terms: claims.terms, standing, dataUser: claims.dataUser },
      ask: { dataUser: this.settings.PARTICIPANT_ID, dataTypes, dataRange },
    });
  }
}
