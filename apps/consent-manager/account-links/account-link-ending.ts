import { Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { Clock, Database, type Transaction } from '#platform';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { ConsentsOfLink, type ForeseenEnd } from '../consents/consents-of-link.ts';
import { Timeline } from '../timeline/timeline.ts';
import { type AccountLink, AccountLinkStore } from './account-link-store.ts';

/** Ends a link, and with it the artefacts that use it, in one transaction. */
@Injectable()
export class AccountLinkEnding {
  constructor(
    private readonly database: Database,
    private readonly links: AccountLinkStore,
    private readonly consents: ConsentsOfLink,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
    private readonly trail: ManagerTrail,
  ) {}

  /** The person's act. Ending what has ended says nothing. @throws RefusedError `link-unknown` */
  async endFor(principalId: string, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const link = await this.links.lock(tx, id, principalId);
      if (link === undefined) throw new RefusedError(refuse('link-unknown'));
      await this.end(tx, link, 'account.unlinked');
    });
  }

  /** What would end with it. @throws RefusedError `link-unknown`, as `endFor` */
  async foresee(principalId: string, id: string): Promise<{ link: AccountLink; consents: ForeseenEnd[] }> {
    const link = (await this.links.listOf(principalId)).find((one) => one.id === id && one.state === 'ACTIVE');
    if (link === undefined) throw new RefusedError(refuse('link-unknown'));
    return { link, consents: await this.consents.foresee(link) };
  }

  async end(
    tx: Transaction,
    link: AccountLink,
    type: 'account.unlinked' | 'account.unlinked-by-provider',
  ): Promise<void> {
    if (link.state === 'ENDED') return;
    const now = this.clock.now();
    await this.links.end(tx, link.id, now);
    const about = { counterpart: link.dataProvider, principal: link.principalId, request: link.id };
    this.trail.write(tx, { act: 'account-link.ended', ...about });
    const facts = { participant: link.dataProvider, accountLinkId: link.id, label: link.label };
    this.timeline.tell(tx, link.principalId, now, type, facts);
    await this.consents.end(tx, link, now);
  }
}
