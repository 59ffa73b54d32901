import { Inject, Injectable } from '@nestjs/common';
import { OwnAddress, SETTINGS } from '#platform';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';

/** Where a person decides: our own pages, or those an operator put in their place. */
@Injectable()
export class RequestPages {
  constructor(
    private readonly address: OwnAddress,
    @Inject(SETTINGS) private readonly settings: ConsentManagerSettings,
  ) {}

  /** The page of all requests that wait for her. */
  all(): string {
    return this.settings.APPROVAL_URL?.replace(/\/+$/, '') ?? `${this.address.url()}/app/requests`;
  }

  /** The page of one request. */
  of(handle: string): string {
    return `${this.all()}/${handle}`;
  }
}
