import { Inject, Injectable } from '@nestjs/common';
import { Messenger, SETTINGS } from '#platform';
import { ParticipantNames } from '../participants/participant-names.ts';
import { ReachableContact } from '../principals/reachable-contact.ts';
import { RequestPages } from '../request-pages/request-pages.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import type { WaitingRequest } from './request-message-store.ts';
import { requestMessageText } from './request-message-text.ts';

/** Writes to one person about the requests that wait for her. */
@Injectable()
export class RequestLetters {
  constructor(
    private readonly contact: ReachableContact,
    private readonly names: ParticipantNames,
    private readonly messenger: Messenger,
    private readonly pages: RequestPages,
    @Inject(SETTINGS) private readonly settings: ConsentManagerSettings,
  ) {}

  /** Nothing where she has chosen no mail, or has no contact. @throws MessageNotSent */
  async send(principalId: string, requests: readonly WaitingRequest[]): Promise<void> {
    const to = await this.contact.ofMailed(principalId);
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
}
