import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type RoleSettings, SETTINGS, TokenCookie } from '#platform';
import { ceremonySeconds } from './openid-arrivals.ts';

/**
 * Shows that a browser which comes back from a provider is the one that was sent there. The provider's page sends it
 * here, so the cookie is Lax where that of a session is Strict.
 */
@Injectable()
export class CeremonyCookie extends TokenCookie {
  constructor(@Inject(SETTINGS) settings: RoleSettings) {
    super('consent-manager-openid', 'lax', settings);
  }

  read(request: Pick<FastifyRequest, 'headers' | 'server'>): string | undefined {
    return this.held(request);
  }

  /** @throws RefusedError `cross-site-call` where another page calls */
  readOwn(request: Pick<FastifyRequest, 'headers' | 'server'>): string | undefined {
    this.checkOwnPage(request.headers);
    return this.held(request);
  }

  set(reply: FastifyReply, value: string): void {
    this.write(reply, value, ceremonySeconds);
  }
}
