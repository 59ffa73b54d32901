import { Injectable } from '@nestjs/common';
import { orRefuse } from '#domain';
import { Clock, Database } from '#platform';
import type { Decision } from '../consents/choose-grant.ts';
import type { WholeConsent } from '../consents/consent.ts';
import { type Approver, ConsentIssuer } from '../consents/consent-issuer.ts';
import { GrantChooser } from './grant-chooser.ts';
import { RequestDecisions } from './request-decisions.ts';

/** A person's yes, whole or narrowed. */
@Injectable()
export class ApprovalService {
  constructor(
    private readonly database: Database,
    private readonly decisions: RequestDecisions,
    private readonly grants: GrantChooser,
    private readonly issuer: ConsentIssuer,
    private readonly clock: Clock,
  ) {}

  /** @returns the consent, or its id where she had said yes before: a second yes changes nothing */
  async approve(by: Approver, handle: string, decision: Decision): Promise<WholeConsent | string> {
    return this.database.transaction(async (tx) => {
      // One round trip: neither needs the other's answer.
      const [request, linked] = await Promise.all([
        this.decisions.lock(tx, handle, by.principalId),
        this.grants.hold(tx, by.principalId),
      ]);
      if (request.consentId !== null) return request.consentId;
      const now = this.clock.now();
      this.decisions.checkOpen(request, 'approve', now);
      const grant = orRefuse(this.grants.choose(request, linked, decision));
      return this.issuer.issue(tx, request, grant, by, now);
    });
  }
}
