import { Injectable } from '@nestjs/common';
import { type Instant, isTerminal, RefusedError, refuse, standingAt } from '#domain';
import { Clock, Database, type Transaction } from '#platform';
import type { Consent } from './consent.ts';
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

  async pause(principalId: string, id: string, until?: Instant): Promise<Consent> {
    return this.act(principalId, id, async (tx, consent, now) => {
      if (until !== undefined && until <= now) throw new RefusedError(refuse('terms-contradictory', 'until is past'));
      const paused = consent.standing.state === 'PAUSED';
      if (paused && consent.standing.resumeAt === until) return consent;
      const active = paused ? await this.mover.move(tx, consent, { act: 'resume', now }) : consent;
      return this.mover.move(tx, active, { act: 'pause', now, resumeAt: until });
    });
  }

  async resume(principalId: string, id: string): Promise<Consent> {
    return this.act(principalId, id, async (tx, consent, now) =>
      consent.standing.state === 'ACTIVE' ? consent : this.mover.move(tx, consent, { act: 'resume', now }),
    );
  }

  async revoke(principalId: string, id: string, reason?: string): Promise<Consent> {
    return this.act(principalId, id, async (tx, consent, now) =>
      consent.standing.state === 'REVOKED'
        ? consent
        : this.mover.move(tx, consent, { act: 'revoke', now, facts: { reason } }),
    );
  }

  /** @throws RefusedError `consent-unknown`, and where the state does not allow the act */
  private async act(
    principalId: string,
    id: string,
    work: (tx: Transaction, consent: Consent, now: Instant) => Promise<Consent>,
  ): Promise<Consent> {
    return this.database.transaction(async (tx) => {
      const consent = await this.store.lock(tx, id, principalId);
      if (consent === undefined) throw new RefusedError(refuse('consent-unknown'));
      const now = this.clock.now();
      return work(tx, await this.settle(tx, consent, now), now);
    });
  }

  /** Resumption by date may be due and not yet written down; what has expired moves no more. */
  private async settle(tx: Transaction, consent: Consent, now: Instant): Promise<Consent> {
    const { standing, terms } = consent;
    const state = standingAt(now, standing, terms.consentPeriod.expiry);
    if (state === 'EXPIRED' && !isTerminal(standing.state)) {
      throw new RefusedError(refuse('consent-state-terminal', 'the consent is EXPIRED'));
    }
    return state === 'ACTIVE' && standing.state === 'PAUSED'
      ? this.mover.move(tx, consent, { act: 'resume', now })
      : consent;
  }
}
