import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { createRecipientKey, type RecipientPrivateJwk } from '#protocol';
import { DataKeys } from '../data-keys/data-keys.ts';
import { DpopKey } from '../data-keys/dpop-key.ts';
import { recipientKeyPlace } from './fetched-session.ts';
import { type Fetching, LeaseLost } from './fetching.ts';

/** What a session is opened with: the key parts are sealed to, encrypted, and the requestId of the command. */
export interface OpeningSecrets {
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
    const recipient = Buffer.from(JSON.stringify(await createRecipientKey()));
    return { recipientKey: this.keys.wrap(recipientKeyPlace(sessionId), recipient), openRequestId: uuidv7() };
  }

  /** @throws LeaseLost where the session has ended */
  recipientKey(fetching: Fetching): RecipientPrivateJwk {
    fetching.recipient ??= this.unwrap(fetching);
    return fetching.recipient;
  }

  private unwrap({ session: { id, recipientKey } }: Fetching): RecipientPrivateJwk {
    if (recipientKey === null) throw new LeaseLost();
    return JSON.parse(this.keys.unwrap(recipientKeyPlace(id), recipientKey).toString()) as RecipientPrivateJwk;
  }
}
