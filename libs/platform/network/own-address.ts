import type { AddressInfo } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';

/** Where others reach this role. */
@Injectable()
export class OwnAddress {
  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PUBLIC_URL' | 'HOST'>,
  ) {}

  /** @returns without a slash at the end. @throws before the role listens, where PUBLIC_URL is not set */
  url(): string {
    const set = this.settings.PUBLIC_URL;
    if (set !== undefined) return set.replace(/\/+$/, '');
    const address = this.host.httpAdapter.getHttpServer().address() as AddressInfo | string | null;
    if (address === null || typeof address === 'string') throw new Error('PUBLIC_URL is not set and nothing listens');
    const host = this.settings.HOST.includes(':') ? `[${this.settings.HOST}]` : this.settings.HOST;
    return `http://${host}:${address.port}`;
  }
}
