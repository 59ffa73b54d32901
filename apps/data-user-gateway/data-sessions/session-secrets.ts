import { Injectable } from '@nestjs/common';
import type { RecipientPrivateJwk } from '#protocol';
import { DataKeys } from '../data-keys/data-keys.ts';
import { DpopKey } from '../data-keys/dpop-key.ts';
import { DataSessionStore } from './data-session-store.ts';
import { recipientKeyPlace } from './fetched-session.ts';
import { type Fetching, orLeaseLost } from './fetching.ts';

/** The recipient key of a session, kept encrypted until the session ends. */
@Injectable()
export class SessionSecrets {
  constructor(
    private readonly store: DataSessionStore,
    private readonly keys: DataKeys,
    private readonly dpop: DpopKey,
  ) {}

  get jkt(): string {
    return this.dpop.jkt;
  }

  recipientKey({ session }: Fetching): RecipientPrivateJwk | undefined {
    if (session.recipientKey === null) return undefined;
    const text = this.keys.unwrap(recipientKeyPlace(session.id), session.recipientKey).toString();
    return JSON.parse(text) as RecipientPrivateJwk;
  }

  async keepRecipientKey(
    fetching: Fetching,
    recipient: RecipientPrivateJwk,
    openRequestId: string,
  ): Promise<RecipientPrivateJwk> {
    const { id } = fetching.session;
    const recipientKey = this.keys.wrap(recipientKeyPlace(id), Buffer.from(JSON.stringify(recipient)));
    orLeaseLost(await this.store.recordRecipientKey(fetching.lease, recipientKey, openRequestId));
    fetching.session = { ...fetching.session, recipientKey, openRequestId };
    return recipient;
  }

  async recordOpened(fetching: Fetching): Promise<void> {
    orLeaseLost(await this.store.recordOpened(fetching.lease));
    fetching.session = { ...fetching.session, opened: true };
  }
}
