import { Inject, Injectable } from '@nestjs/common';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';

/** Where others reach this role. */
@Injectable()
export class OwnAddress {
  constructor(@Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PUBLIC_URL'>) {}

  /** @returns without a slash at the end */
  url(): string {
    const { PUBLIC_URL } = this.settings;
    if (PUBLIC_URL === undefined) throw new Error('PUBLIC_URL is not known');
    return PUBLIC_URL.replace(/\/+$/, '');
  }
}
