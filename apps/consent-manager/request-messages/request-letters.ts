import { Inject, Injectable } from '@nestjs/common';
import { type Contact, Messenger, SETTINGS } from '#platform';
import { ParticipantNames } from '../participants/participant-names.ts';
import { PrincipalStore } from '../principals/principal-store.ts';
import { RequestPages } from '../request-pages/request-pages.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import type { WaitingRequest } from './request-message-store.ts';
import { requestMessageText } from './request-message-text.ts';

/** Writes to one person about the requests that wait for her. */
@Injectable()
export class RequestLetters {
  constructor(
    private readonly principals: PrincipalStore,
    private readonly names: ParticipantNames,
    private readonly messenger: Messenger,
    private readonly pages: RequestPages,
    @Inject(SETTINGS) private readonly settings: ConsentManagerSettings,
  ) {}

  /** @throws MessageNotSent */
  async send(principalId: string, requests: readonly WaitingRequest[]): Promise<void> {
    const to = await this.contactOf(principalId);
    const [first] = requests.map(({ expiresAt }) => expiresAt).sort();
    if (to === undefined || first === undefined) return;
    const names = requests.map(({ dataUser }) => this.names.of(dataUser));
    const text = requestMessageText({
      names,
      expiresAt: first,
      manager: this.settings.PARTICIPANT_NAME,
      page: this.pages.all(),
    });
    await this.messenger.send({ to, ...text });
  }

  /** Only where she has shown that she reads it; by mail rather than by telephone, the oldest first. */
  private async contactOf(principalId: string): Promise<Contact | undefined> {
    const verified = (await this.principals.contactsOf(principalId)).filter(({ verifiedAt }) => verifiedAt !== null);
    const chosen = verified.find(({ kind }) => kind === 'email') ?? verified[0];
    return chosen && { kind: chosen.kind, value: chosen.value };
  }
}
