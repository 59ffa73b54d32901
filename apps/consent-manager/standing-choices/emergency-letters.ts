import { Inject, Injectable, Logger } from '@nestjs/common';
import { addSeconds, momentWords } from '#domain';
import { Clock, Messenger, SETTINGS } from '#platform';
import { ParticipantNames } from '../participants/participant-names.ts';
import { ReachableContact } from '../principals/reachable-contact.ts';
import { RequestPages } from '../request-pages/request-pages.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import { EmergencyUseStore, type UnwrittenUse } from './emergency-use-store.ts';

const batch = 20;
/** Longer than a mail server may take: whoever sends has it to itself so long. */
const takenSeconds = 120;

/** Writes to a person at once, at any hour, when her emergency access was used. */
@Injectable()
export class EmergencyLetters {
  private readonly logger = new Logger(EmergencyLetters.name);

  constructor(
    private readonly store: EmergencyUseStore,
    private readonly contact: ReachableContact,
    private readonly names: ParticipantNames,
    private readonly messenger: Messenger,
    private readonly pages: RequestPages,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<ConsentManagerSettings, 'PARTICIPANT_NAME'>,
  ) {}

  async sweep(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const taken = await this.store.take(now, addSeconds(now, takenSeconds), batch);
      for (const use of taken) await this.write(use);
      if (taken.length < batch) return;
    }
  }

  private async write(use: UnwrittenUse): Promise<void> {
    try {
      const to = await this.contact.of(use.principalId);
      if (to !== undefined) await this.messenger.send({ to, ...this.textOf(use) });
      await this.store.markWritten(use.handle);
    } catch (error) {
      // It is due again in a while.
      const reason = error instanceof Error ? error.message : '';
      this.logger.warn(`a person could not be told of the emergency use ${use.handle}: ${reason}`);
    }
  }

  /** It says who was let in and where to look, no more: mail is read by others too. */
  private textOf({ dataUser, usedAt }: UnwrittenUse): { subject: string; text: string } {
    const manager = this.settings.PARTICIPANT_NAME;
    return {
      subject: `${manager}: your emergency access was used`,
      text: [
        `${this.names.of(dataUser)} was given access on ${momentWords(usedAt)} by the emergency access that you turned on.`,
        '',
        `To see what it was given, to withdraw it, or to turn the access off, sign in at ${manager}: ${this.pages.all()}`,
      ].join('\n'),
    };
  }
}
