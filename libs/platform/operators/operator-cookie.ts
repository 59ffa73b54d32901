import { Inject, Injectable } from '@nestjs/common';
import { SessionCookie } from '../browser-session/session-cookie.ts';
import { NetworkOptions } from '../participant/network-options.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';

/** The session of an operator's page: another cookie than a person's, and than that of another role's operators. */
@Injectable()
export class OperatorCookie extends SessionCookie {
  constructor({ role }: NetworkOptions, @Inject(SETTINGS) settings: RoleSettings) {
    super(`${role}-operator`, settings);
  }
}
