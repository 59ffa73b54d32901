import { Inject, Injectable } from '@nestjs/common';
import { addSeconds, type DataRange, type DataTypeTerm, type Instant, type ParticipantId } from '#domain';
import { Clock, KeyRing, SETTINGS } from '#platform';
import { createAccessToken } from '#protocol';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';

const lifeSeconds = 120;

/** What a token lets its bearer have, where it proves the key. */
export interface TokenGrant {
  readonly sessionId: string;
  readonly dataRequestId: string;
  readonly requestedAt: Instant;
  readonly dataUser: ParticipantId;
  readonly dataProvider: ParticipantId;
  readonly artefactId: string;
  readonly artefactDigest: string;
  readonly dataTypes: readonly DataTypeTerm[];
  readonly dataRange: DataRange;
  readonly jkt: string;
  readonly retryOf?: string | undefined;
}

export interface IssuedToken {
  readonly accessToken: string;
  readonly expiresAt: Instant;
}

/** Signs the access tokens that open sessions at data providers. */
@Injectable()
export class SessionTokens {
  constructor(
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: ConsentManagerSettings,
  ) {}

  async issue({ jkt, dataProvider, ...granted }: TokenGrant): Promise<IssuedToken> {
    const now = this.clock.now();
    const accessToken = await createAccessToken({
      signer: this.keys.signer('access-token'),
      issuer: this.settings.PARTICIPANT_ID,
      audience: dataProvider,
      authorization: { type: 'urn:assent:data-session', ...granted },
      jkt,
      now,
      lifeSeconds,
    });
    return { accessToken, expiresAt: addSeconds(now, lifeSeconds) };
  }
}
