import { Inject, Injectable } from '@nestjs/common';
import { nodeCryptography, type VerificationContext } from '#protocol';
import { Clock } from '../clock/clock.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { TrustListCache } from './trust-list-cache.ts';

/** Verifies what others signed, with the trust list as it is now: `verifyMessage(definition, raw, verifier.context())`. */
@Injectable()
export class Verifier {
  constructor(
    private readonly trustList: TrustListCache,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID' | 'CLOCK_SKEW_SECONDS'>,
  ) {}

  context(): VerificationContext {
    return {
      audience: this.settings.PARTICIPANT_ID,
      now: this.clock.now(),
      skewSeconds: this.settings.CLOCK_SKEW_SECONDS,
      participants: this.trustList.current() === undefined ? undefined : this.trustList,
      cryptography: nodeCryptography,
    };
  }

  /**
   * For a statement inside an event that was verified just now. Its maker says so now, and it is heard now: that its
   * clock was fast as it signed does not matter. That both are of one maker is the handler's question.
   */
  contextInEvent(): VerificationContext {
    const context = this.context();
    return { ...context, evidence: { witnessedAt: context.now } };
  }
}
