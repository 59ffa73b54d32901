import { Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { Clock, Database, type Transaction } from '#platform';
import { Timeline } from '../timeline/timeline.ts';
import { type LinkedIdentity, type NewLinkedIdentity, OpenIdIdentityStore } from './openid-identity-store.ts';
import type { OpenIdIdentity } from './openid-provider.ts';
import { OpenIdProviders } from './openid-providers.ts';

/** The accounts elsewhere that people sign in with. */
@Injectable()
export class LinkedIdentities {
  constructor(
    private readonly database: Database,
    private readonly store: OpenIdIdentityStore,
    private readonly providers: OpenIdProviders,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
  ) {}

  findPrincipal(tx: Transaction, { issuer, subject }: OpenIdIdentity): Promise<string | undefined> {
    return this.store.findPrincipal(tx, issuer, subject);
  }

  /** @throws RefusedError `openid-sign-in-refused` where it has become someone's meanwhile */
  async link(tx: Transaction, identity: NewLinkedIdentity): Promise<void> {
    if (!(await this.store.add(tx, identity))) throw new RefusedError(refuse('openid-sign-in-refused'));
    const { principalId, linkedAt, issuer } = identity;
    this.timeline.tell(tx, principalId, linkedAt, 'openid-identity.linked', {
      label: this.providers.titleOf(issuer),
    });
  }

  async listOf(principalId: string): Promise<Array<LinkedIdentity & { title: string }>> {
    const identities = await this.store.listOf(principalId);
    return identities.map((identity) => ({ ...identity, title: this.providers.titleOf(identity.issuer) }));
  }

  /** @returns false where she has none of that id */
  async unlink(principalId: string, id: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const issuer = await this.store.remove(tx, principalId, id);
      if (issuer === undefined) return false;
      this.timeline.tell(tx, principalId, this.clock.now(), 'openid-identity.unlinked', {
        label: this.providers.titleOf(issuer),
      });
      return true;
    });
  }
}
