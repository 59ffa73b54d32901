import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { orRefuse } from '#domain';
import { browserCallOf, checkSameOrigin, cookieName, ownOrigins, type RoleSettings, SETTINGS } from '#platform';
import { ceremonySeconds } from './openid-arrivals.ts';

const form = /^[A-Za-z0-9_-]{43}$/;

/**
 * Shows that a browser which comes back from a provider is the one that was sent there. The provider's page sends it
 * here, so the cookie is Lax where that of a session is Strict.
 */
@Injectable()
export class CeremonyCookie {
  private readonly origins: ReturnType<typeof ownOrigins>;
  private readonly name: string;
  private readonly attributes: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean };

  constructor(@Inject(SETTINGS) settings: RoleSettings) {
    this.origins = ownOrigins(settings);
    const secure = this.origins[0].startsWith('https:');
    this.name = cookieName('consent-manager-openid', this.origins[0]);
    this.attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure };
  }

  read({ headers, server }: Pick<FastifyRequest, 'headers' | 'server'>): string | undefined {
    const held = headers.cookie === undefined ? undefined : server.parseCookie(headers.cookie)[this.name];
    return held !== undefined && form.test(held) ? held : undefined;
  }

  /** @throws RefusedError `cross-site-call` where another page calls */
  readOwn(request: Pick<FastifyRequest, 'headers' | 'server'>): string | undefined {
    orRefuse(checkSameOrigin(this.origins, browserCallOf(request.headers)));
    return this.read(request);
  }

  set(reply: FastifyReply, value: string): void {
    this.write(reply, value, ceremonySeconds);
  }

  clear(reply: FastifyReply): void {
    this.write(reply, '', 0);
  }

  private write(reply: FastifyReply, value: string, maxAge: number): void {
    reply.header('set-cookie', reply.server.serializeCookie(this.name, value, { ...this.attributes, maxAge }));
  }
}
