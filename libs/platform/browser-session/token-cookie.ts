import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { orRefuse } from '#domain';
import type { RoleSettings } from '../settings/role-settings.ts';
import { browserCallOf } from './browser-call.ts';
import { checkSameOrigin } from './check-same-origin.ts';
import { cookieName } from './cookie-name.ts';
import { ownOrigins } from './own-origins.ts';

const token = /^[A-Za-z0-9_-]{43}$/;

/** A token of 43 characters in a cookie that no script can read, for this host alone. */
export abstract class TokenCookie {
  readonly name: string;
  private readonly attributes: { httpOnly: true; sameSite: 'strict' | 'lax'; path: '/'; secure: boolean };
  private readonly origins: ReturnType<typeof ownOrigins>;

  /**
   * @param of what it is for, e.g. `consent-manager` or `trust-registry-operator`
   * @param sameSite `lax` where another site sends the browser back and has to bring it along
   */
  constructor(of: string, sameSite: 'strict' | 'lax', settings: Pick<RoleSettings, 'PUBLIC_URL' | 'NETWORK_IS_LOCAL'>) {
    this.origins = ownOrigins(settings);
    const secure = this.origins[0].startsWith('https:');
    this.name = cookieName(of, this.origins[0]);
    this.attributes = { httpOnly: true, sameSite, path: '/', secure };
  }

  clear(reply: FastifyReply): void {
    this.write(reply, '', 0);
  }

  protected held({ headers, server }: Pick<FastifyRequest, 'headers' | 'server'>): string | undefined {
    const value = headers.cookie === undefined ? undefined : server.parseCookie(headers.cookie)[this.name];
    return value !== undefined && token.test(value) ? value : undefined;
  }

  protected write(reply: FastifyReply, value: string, maxAge: number): void {
    reply.header('set-cookie', reply.server.serializeCookie(this.name, value, { ...this.attributes, maxAge }));
  }

  /** @throws RefusedError `cross-site-call` where another page calls */
  protected checkOwnPage(headers: FastifyRequest['headers']): void {
    orRefuse(checkSameOrigin(this.origins, browserCallOf(headers)));
  }
}
