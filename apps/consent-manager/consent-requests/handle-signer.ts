import { Inject, Injectable } from '@nestjs/common';
import { KeyRing, SETTINGS } from '#platform';
import { consentHandleMessage, createMessage } from '#protocol';
import { RequestPages } from '../request-pages/request-pages.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import type { ConsentRequest } from './consent-request.ts';

/** Signs the handle a data user follows its request under. */
@Injectable()
export class HandleSigner {
  constructor(
    private readonly keys: KeyRing,
    private readonly pages: RequestPages,
    @Inject(SETTINGS) private readonly settings: ConsentManagerSettings,
  ) {}

  get lifeSeconds(): number {
    return this.settings.CONSENT_REQUEST_LIFE_SECONDS;
  }

  /** @returns `consent-handle+jwt` */
  async sign({ handle, requestId, termsDigest, expiresAt, dataUser, askedAt }: ConsentRequest): Promise<string> {
    const fields = { handle, requestId, termsDigest, expiresAt, approvalUrl: this.pages.of(handle) };
    return createMessage(consentHandleMessage, fields, {
      signer: this.keys.signer('statement'),
      issuer: this.settings.PARTICIPANT_ID,
      audience: dataUser,
      now: askedAt,
    });
  }
}
