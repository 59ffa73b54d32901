import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock, KeyRing, PeerRefusal, type RoleSettings, SETTINGS } from '#platform';
import {
  createMessage,
  createRecipientKey,
  type DataSessionAnswer,
  dataSessionRequestMessage,
  publicRecipientJwk,
  type RecipientPrivateJwk,
  sha256Base64url,
} from '#protocol';
import { DataProviderClient } from './data-provider-client.ts';
import type { Fetching } from './fetching.ts';
import { SessionSecrets } from './session-secrets.ts';

/** Opens sessions at their providers, each with a recipient key of its own. */
@Injectable()
export class SessionOpening {
  constructor(
    private readonly provider: DataProviderClient,
    private readonly secrets: SessionSecrets,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {}

  /** @returns what the provider has so far; a session that was opened before is only asked about */
  async open(fetching: Fetching): Promise<DataSessionAnswer> {
    if (fetching.session.opened) return this.provider.status(fetching);
    // Key and requestId are written down before they are sent: after a lost answer it is the same command.
    const recipient =
      this.secrets.recipientKey(fetching) ??
      (await this.secrets.keepRecipientKey(fetching, await createRecipientKey(), uuidv7()));
    const answer = await this.ask(fetching, recipient);
    await this.secrets.recordOpened(fetching);
    return answer;
  }

  private async ask(fetching: Fetching, recipient: RecipientPrivateJwk): Promise<DataSessionAnswer> {
    try {
      return await this.provider.open(fetching, (token) => this.command(fetching, recipient, token));
    } catch (error) {
      // The first try was taken, under a token that has been renewed since.
      if (error instanceof PeerRefusal && error.code === 'request-id-reused') return this.provider.status(fetching);
      throw error;
    }
  }

  private async command({ session }: Fetching, recipient: RecipientPrivateJwk, token: string): Promise<string> {
    const fields = {
      sessionId: session.id,
      ath: sha256Base64url(token),
      jkt: this.secrets.jkt,
      recipientKey: publicRecipientJwk(recipient),
    };
    return createMessage(dataSessionRequestMessage, fields, {
      signer: this.keyRing.signer('message'),
      issuer: this.settings.PARTICIPANT_ID,
      audience: session.provider,
      now: this.clock.now(),
      ...(session.openRequestId === null ? {} : { requestId: session.openRequestId }),
    });
  }
}
