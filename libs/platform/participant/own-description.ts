import { Inject, Injectable } from '@nestjs/common';
import { toNumericDate } from '#domain';
import { createParticipantDescription } from '#protocol';
import { Clock } from '../clock/clock.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { NetworkOptions } from './network-options.ts';
import { OwnAddress } from './own-address.ts';

/** What this participant tells the trust registry of itself. */
@Injectable()
export class OwnDescription {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly address: OwnAddress,
    private readonly clock: Clock,
    private readonly options: NetworkOptions,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID' | 'PARTICIPANT_NAME'>,
  ) {}

  /** @returns a `participant-description+jwt`, signed with the `message` key it names */
  create(): Promise<string> {
    const url = this.address.url();
    const now = this.clock.now();
    const { listedRoles, dataTypes = [] } = this.options;
    const description = {
      id: this.settings.PARTICIPANT_ID,
      name: this.settings.PARTICIPANT_NAME,
      roles: [...listedRoles],
      endpoints: Object.fromEntries(listedRoles.map((role) => [role, url])),
      keys: this.keyRing
        .describedKeys(now)
        .flatMap(({ kid, use, jwk }) => (use === 'trust-list' ? [] : [{ kid, use, jwk }])),
      dataTypes: [...dataTypes],
    };
    return createParticipantDescription(description, this.keyRing.signer('message'), toNumericDate(now));
  }
}
