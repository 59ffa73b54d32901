import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RoleSettings } from '../settings/role-settings.ts';
import { TokenCookie } from './token-cookie.ts';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

type Settings = Pick<RoleSettings, 'PUBLIC_URL' | 'NETWORK_IS_LOCAL'>;
type Request = Pick<FastifyRequest, 'headers' | 'method' | 'server'>;

/** The session of a page. */
export class SessionCookie extends TokenCookie {
  /** @param of whose session, e.g. `consent-manager` or `trust-registry-operator` */
  constructor(of: string, settings: Settings) {
    super(of, 'strict', settings);
  }

  /**
   * The token a call carries, in `Authorization: Bearer` or else in the cookie.
   *
   * @throws RefusedError `cross-site-call` where the cookie came along with a call of another page that changes something
   */
  read(request: Request): string | undefined {
    const { headers, method } = request;
    if (headers.authorization !== undefined) return /^Bearer ([A-Za-z0-9_-]{43})$/.exec(headers.authorization)?.[1];
    const held = this.held(request);
    if (held !== undefined && !safeMethods.includes(method)) this.checkOwnPage(headers);
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
}
