import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { PrincipalSessions } from './principal-sessions.ts';
import type { SignedInPrincipal } from './signed-in.ts';

/** Lets pass only calls with `Authorization: Bearer <session token>` of a session that is still open. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(private readonly sessions: PrincipalSessions) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context
      .switchToHttp()
      .getRequest<{ headers: { authorization?: string }; signedIn?: SignedInPrincipal }>();
    const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(request.headers.authorization ?? '')?.[1];
    const session = token === undefined ? undefined : await this.sessions.find(token);
    if (session === undefined) throw new RefusedError(refuse('sign-in-required'));
    request.signedIn = session;
    return true;
  }
}
