import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  createRecipientKey,
  exportRecipientKey,
  type RecipientKeyPair,
  type RecipientPrivateJwk,
  restoreRecipientKey,
} from '#protocol';
import { DataKeys } from '../data-keys/data-keys.ts';
import { DpopKey } from '../data-keys/dpop-key.ts';
import { recipientKeyPlace } from './fetched-session.ts';
import { type Fetching, LeaseLost } from './fetching.ts';

/** What a session is opened with: the key parts are sealed to, as it is and encrypted, and the requestId of the command. */
export interface OpeningSecrets {
  readonly recipient: RecipientKeyPair;
  readonly recipientKey: Buffer;
  readonly openRequestId: string;
}

/** The recipient key of a session, kept encrypted until the session ends. */
@Injectable()
export class SessionSecrets {
  constructor(
    private readonly keys: DataKeys,
    private readonly dpop: DpopKey,
  ) {}

  get jkt(): string {
    return this.dpop.jkt;
  }

  async draw(sessionId: string): Promise<OpeningSecrets> {
    const recipient = await createRecipientKey();
    const written = Buffer.from(JSON.stringify(await exportRecipientKey(recipient)));
    const recipientKey = this.keys.wrap(recipientKeyPlace(sessionId), written);
    return { recipient, recipientKey, openRequestId: uuidv7() };
  }

  /** @throws LeaseLost where the session has ended */
  async recipientKey(fetching: Fetching): Promise<RecipientKeyPair> {
    fetching.recipient ??= await this.unwrap(fetching);
    return fetching.recipient;
  }

  private async unwrap({ session: { id, recipientKey } }: Fetching): Promise<RecipientKeyPair> {
    if (recipientKey === null) throw new LeaseLost();
    const written = this.keys.unwrap(recipientKeyPlace(id), recipientKey).toString();
    return restoreRecipientKey(JSON.parse(written) as RecipientPrivateJwk);
  }
}
