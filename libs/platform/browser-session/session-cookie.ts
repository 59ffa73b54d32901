import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { orRefuse } from '#domain';
import type { RoleSettings } from '../settings/role-settings.ts';
import { browserCallOf } from './browser-call.ts';
import { checkSameOrigin } from './check-same-origin.ts';
import { cookieName } from './cookie-name.ts';
import { ownOrigins } from './own-origins.ts';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];
const token = /^[A-Za-z0-9_-]{43}$/;

type Settings = Pick<RoleSettings, 'PUBLIC_URL' | 'NETWORK_IS_LOCAL'>;
type Request = Pick<FastifyRequest, 'headers' | 'method' | 'server'>;

/**
 * The session of a page: a token of 43 characters in a cookie that no script can read.
 */
export class SessionCookie {
  readonly name: string;
  private readonly attributes: { httpOnly: true; sameSite: 'strict'; path: '/'; secure: boolean };
  private readonly origins: ReturnType<typeof ownOrigins>;

  /** @param of whose session, e.g. `consent-manager` or `trust-registry-operator` */
  constructor(of: string, settings: Settings) {
    this.origins = ownOrigins(settings);
    const secure = this.origins[0].startsWith('https:');
    this.name = cookieName(of, this.origins[0]);
    this.attributes = { httpOnly: true, sameSite: 'strict', path: '/', secure };
  }

  /**
   * The token a call carries, in `Authorization: Bearer` or else in the cookie.
   *
   * @throws RefusedError `cross-site-call` where the cookie came along with a call of another page that changes something
   */
  read({ headers, method, server }: Request): string | undefined {
    if (headers.authorization !== undefined) return /^Bearer ([A-Za-z0-9_-]{43})$/.exec(headers.authorization)?.[1];
    const held = headers.cookie === undefined ? undefined : server.parseCookie(headers.cookie)[this.name];
    if (held === undefined || !token.test(held)) return undefined;
    if (!safeMethods.includes(method)) this.checkOwnPage(headers);
    return held;
  }

  /** @throws RefusedError `cross-site-call`: another page must not sign a person in either */
  set(request: Pick<FastifyRequest, 'headers'>, reply: FastifyReply, value: string, lifeSeconds: number): void {
    this.checkOwnPage(request.headers);
    this.write(reply, value, lifeSeconds);
  }

  /** As `set`, where another site sends the browser back: what has shown that this browser began it is the caller's to check. */
  setOnReturn(reply: FastifyReply, value: string, lifeSeconds: number): void {
    this.write(reply, value, lifeSeconds);
  }

  clear(reply: FastifyReply): void {
    this.write(reply, '', 0);
  }

  private write(reply: FastifyReply, value: string, maxAge: number): void {
    reply.header('set-cookie', reply.server.serializeCookie(this.name, value, { ...this.attributes, maxAge }));
  }

  private checkOwnPage(headers: Request['headers']): void {
    orRefuse(checkSameOrigin(this.origins, browserCallOf(headers)));
  }
}
