import { Injectable } from '@nestjs/common';
import { type ParticipantId, RefusedError, refuse } from '#domain';
import { AuditTrail, Clock, Database, Outbox, type Transaction } from '#platform';
import type { AccountLink } from './account-link.ts';
import { AccountLinkStore } from './account-link-store.ts';

/** Ends links: as the person's manager asks, or as the institution decides. */
@Injectable()
export class AccountUnlinking {
  constructor(
    private readonly links: AccountLinkStore,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws RefusedError `link-unknown`, alike for a link that is not there and one of another manager */
  async unlink(linkId: string, manager: ParticipantId): Promise<void> {
    await this.database.transaction(async (tx) => {
      const found = await this.links.end(tx, linkId, this.clock.now());
      if (found?.link.manager !== manager) throw new RefusedError(refuse('link-unknown'));
      if (found.ended) this.note(tx, found.link);
    });
  }

  /** The institution ends a link, e.g. because the account was closed; its manager is told. */
  async endByInstitution(linkId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const found = await this.links.end(tx, linkId, this.clock.now());
      if (found === undefined) throw new RefusedError(refuse('link-unknown'));
      if (!found.ended) return;
      this.note(tx, found.link);
      const event = { type: 'account-link.ended', subject: linkId, version: 1, state: { linkId } } as const;
      await this.outbox.write(tx, { to: found.link.manager, role: 'consent-manager', ...event });
    });
  }

  private note(tx: Transaction, { linkId: request, manager: counterpart, principal }: AccountLink): void {
    this.trail.write(tx, { act: 'account-link.ended', counterpart, principal, request });
  }
}
