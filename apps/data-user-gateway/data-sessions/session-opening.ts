import { Inject, Injectable } from '@nestjs/common';
import { Clock, KeyRing, PeerRefusal, type RoleSettings, SETTINGS } from '#platform';
import { createMessage, type DataSessionAnswer, dataSessionRequestMessage, sha256Base64url } from '#protocol';
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
    // Key and requestId were written down before they are sent: after a lost answer it is the same command.
    const answer = await this.ask(fetching);
    // Written down with the first part, or with the lease that is given back: until then it is asked for once more.
    fetching.session = { ...fetching.session, opened: true };
    return answer;
  }

  private async ask(fetching: Fetching): Promise<DataSessionAnswer> {
    try {
      return await this.provider.open(fetching, (token) => this.command(fetching, token));
    } catch (error) {
      // The first try was taken, under a token that has been renewed since.
      if (error instanceof PeerRefusal && error.code === 'request-id-reused') return this.provider.status(fetching);
      throw error;
    }
  }

  private async command(fetching: Fetching, token: string): Promise<string> {
    const { session } = fetching;
    const fields = {
      sessionId: session.id,
      ath: sha256Base64url(token),
      jkt: this.secrets.jkt,
      recipientKey: (await this.secrets.recipientKey(fetching)).jwk,
      ...(session.retryAccounts === null ? {} : { accounts: [...session.retryAccounts] }),
    };
    return createMessage(dataSessionRequestMessage, fields, {
      signer: this.keyRing.signer('message'),
      issuer: this.settings.PARTICIPANT_ID,
      audience: session.provider,
      now: this.clock.now(),
      requestId: session.openRequestId,
    });
  }
}
