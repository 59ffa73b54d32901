import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RefusedError, refuse } from '#domain';
import { PrincipalCookie } from './principal-cookie.ts';
import { PrincipalSessions } from './principal-sessions.ts';
import type { SignedInPrincipal } from './signed-in.ts';

/** Lets pass only calls with the token of a session that is still open: in `Authorization: Bearer`, or in the cookie. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly sessions: PrincipalSessions,
    private readonly cookie: PrincipalCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { signedIn?: SignedInPrincipal }>();
    const token = this.cookie.read(request);
    const session = token === undefined ? undefined : await this.sessions.find(token);
    if (session === undefined) throw new RefusedError(refuse('sign-in-required'));
    request.signedIn = session;
    return true;
  }
}
