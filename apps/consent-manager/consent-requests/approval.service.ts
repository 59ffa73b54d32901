import { Injectable } from '@nestjs/common';
import { orRefuse } from '#domain';
import { Clock, Database, type Transaction } from '#platform';
import type { Decision } from '../consents/choose-grant.ts';
import { type Approver, ConsentIssuer } from '../consents/consent-issuer.ts';
import type { ConsentRequest } from './consent-request.ts';
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

  /** A second yes changes nothing. @returns the id of the consent */
  async approve(by: Approver, handle: string, decision: Decision): Promise<string> {
    return this.database.transaction(async (tx) => {
      const request = await this.decisions.lock(tx, handle, by.principalId);
      return request.consentId ?? this.decide(tx, request, by, decision);
    });
  }

  private async decide(tx: Transaction, request: ConsentRequest, by: Approver, decision: Decision): Promise<string> {
    const now = this.clock.now();
    this.decisions.checkOpen(request, 'approve', now);
    const grant = orRefuse(await this.grants.choose(tx, request, by.principalId, decision));
    const consentId = await this.issuer.issue(tx, request, grant, by, now);
    await this.decisions.record(tx, request, { state: 'APPROVED', now, consentId });
    return consentId;
  }
}
