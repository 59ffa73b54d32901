import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SETTINGS, SessionCookie } from '#platform';
import { instant } from '#protocol';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import type { OpenedSession } from './principal-sessions.ts';

/** How whoever signs in wants to hold the session: pages in a cookie, programs as a token. */
export const sessionForm = z.enum(['cookie', 'token']).default('token');

export const openedAnswer = z.strictObject({
  token: z.string().optional().describe('Absent where the session was asked for as a cookie.'),
  principal: z.string(),
  expiresAt: instant,
});

/** The cookie of a person's pages. */
@Injectable()
export class PrincipalCookie extends SessionCookie {
  private readonly lifeSeconds: number;

  constructor(@Inject(SETTINGS) settings: ConsentManagerSettings) {
    super('consent-manager', settings);
    this.lifeSeconds = settings.SIGN_IN_LIFE_SECONDS;
  }

  /** @throws RefusedError `cross-site-call` where another page asks for the cookie */
  handOver(
    { token, ...opened }: OpenedSession,
    form: z.output<typeof sessionForm>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): z.output<typeof openedAnswer> {
    if (form === 'token') return { token, ...opened };
    this.set(request, reply, token, this.lifeSeconds);
    return opened;
  }
  /** To a browser that another site has sent back, and that has shown that it was sent there from here. */
  handOverOnReturn({ token }: OpenedSession, reply: FastifyReply): void {
    this.setOnReturn(reply, token, this.lifeSeconds);
  }
}
