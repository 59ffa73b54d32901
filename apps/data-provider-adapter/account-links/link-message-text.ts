import { Inject, Injectable } from '@nestjs/common';
import type { ParticipantId } from '#domain';
import { type RoleSettings, SETTINGS, TrustListCache } from '#platform';

/** What a person reads when somebody wants to link her accounts. */
@Injectable()
export class LinkMessageText {
  constructor(
    private readonly trustList: TrustListCache,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_NAME'>,
  ) {}

  async write(manager: ParticipantId, code: string): Promise<{ subject: string; text: string }> {
    const name = (await this.trustList.findParticipant(manager))?.name ?? manager;
    const here = this.settings.PARTICIPANT_NAME;
    return {
      subject: `${here}: your code to link accounts with ${name}`,
      text: [
        `${name} asks to link your accounts at ${here}.`,
        '',
        `Your code: ${code}`,
        '',
        `Give it to ${name} only if you asked for this yourself. It is valid for 10 minutes.`,
        'Linking shares no data: each sharing needs your consent. If this was not you, do nothing.',
      ].join('\n'),
    };
  }
}
