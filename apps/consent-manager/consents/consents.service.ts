import { Injectable } from '@nestjs/common';
import { type Instant, isTerminal, RefusedError, refuse, standingAt } from '#domain';
import { Clock, Database, isOvertaken, type Transaction } from '#platform';
import type { WholeConsent } from './consent.ts';
import { ConsentMover } from './consent-mover.ts';
import { ConsentStore } from './consent-store.ts';

/** What a person does with the consents she gave. Doing twice what is done already changes nothing and is no mistake. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly database: Database,
    private readonly store: ConsentStore,
    private readonly mover: ConsentMover,
    private readonly clock: Clock,
  ) {}

  async pause(principalId: string, id: string, until?: Instant): Promise<WholeConsent> {
    return this.act(principalId, id, async (tx, given, now) => {
      if (until !== undefined && until <= now) throw new RefusedError(refuse('terms-contradictory', 'until is past'));
      const { state, resumeAt } = given.consent.standing;
      if (state === 'PAUSED' && resumeAt === until) return given;
      const active = state === 'PAUSED' ? await this.mover.move(tx, given, { act: 'resume', now }) : given;
      return this.mover.move(tx, active, { act: 'pause', now, resumeAt: until });
    });
  }

  async resume(principalId: string, id: string): Promise<WholeConsent> {
    return this.act(principalId, id, async (tx, given, now) =>
      given.consent.standing.state === 'ACTIVE' ? given : this.mover.move(tx, given, { act: 'resume', now }),
    );
  }

  async revoke(principalId: string, id: string, reason?: string): Promise<WholeConsent> {
    return this.act(principalId, id, async (tx, given, now) =>
      given.consent.standing.state === 'REVOKED'
        ? given
        : this.mover.move(tx, given, { act: 'revoke', now, facts: { reason } }),
    );
  }

  /** @throws RefusedError `consent-unknown`, and where the state does not allow the act */
  private async act(
    principalId: string,
    id: string,
    work: (tx: Transaction, given: WholeConsent, now: Instant) => Promise<WholeConsent>,
  ): Promise<WholeConsent> {
    const attempt = async (tx: Transaction, given: WholeConsent | undefined) => {
      if (given === undefined) throw new RefusedError(refuse('consent-unknown'));
      const now = this.clock.now();
      return work(tx, await this.settle(tx, given, now), now);
    };
    const read = await this.store.find(id, principalId);
    return this.database
      .transaction((tx) => attempt(tx, read))
      .catch((error: unknown) => {
        if (!isOvertaken(error)) throw error;
        return this.database.transaction(async (tx) => attempt(tx, await this.store.lock(tx, id, principalId)));
      });
  }

  /** Resumption by date may be due and not yet written down; what has expired moves no more. */
  private async settle(tx: Transaction, given: WholeConsent, now: Instant): Promise<WholeConsent> {
    const { standing, terms } = given.consent;
    const state = standingAt(now, standing, terms.consentPeriod.expiry);
    if (state === 'EXPIRED' && !isTerminal(standing.state)) {
      throw new RefusedError(refuse('consent-state-terminal', 'the consent is EXPIRED'));
    }
    return state === 'ACTIVE' && standing.state === 'PAUSED'
      ? this.mover.move(tx, given, { act: 'resume', now })
      : given;
  }
}
