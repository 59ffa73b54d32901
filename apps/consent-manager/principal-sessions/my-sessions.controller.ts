import { Controller, Delete, Get, HttpCode, Param, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { RefusedError, refuse } from '#domain';
import { Operation } from '#platform';
import { instant, signInMethods, uuid } from '#protocol';
import { PrincipalCookie } from './principal-cookie.ts';
import { PrincipalSessions } from './principal-sessions.ts';
import { SignedInGuard } from './signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from './signed-in.ts';

const sessionsAnswer = z.strictObject({
  sessions: z.array(
    z.strictObject({
      id: uuid,
      signedInAt: instant,
      expiresAt: instant,
      method: z.enum(signInMethods),
      device: z.string().nullable().describe('In coarse words; null where it was not kept.'),
      isCurrent: z.boolean(),
    }),
  ),
});

@Controller('me')
@UseGuards(SignedInGuard)
export class MySessionsController {
  constructor(
    private readonly sessions: PrincipalSessions,
    private readonly cookie: PrincipalCookie,
  ) {}

  @Get('sessions')
  @Operation({
    summary: 'Where she is signed in, newest first',
    security: 'session',
    answer: sessionsAnswer,
    refusals: ['sign-in-required'],
  })
  async list(@SignedIn() { principalId, sessionId }: SignedInPrincipal): Promise<z.output<typeof sessionsAnswer>> {
    const open = await this.sessions.listOf(principalId);
    const sessions = open.map(({ sessionId: id, signedInAt, expiresAt, method, device }) => ({
      ...{ id, signedInAt, expiresAt, method, device },
      isCurrent: id === sessionId,
    }));
    return { sessions };
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Operation({
    summary: 'Signs out elsewhere',
    security: 'session',
    status: 204,
    refusals: ['sign-in-required', 'not-found', 'cross-site-call'],
  })
  async end(@SignedIn() { principalId }: SignedInPrincipal, @Param('id', { schema: uuid }) id: string): Promise<void> {
    if (!(await this.sessions.close(id, principalId))) throw new RefusedError(refuse('not-found'));
  }

  @Delete('session')
  @HttpCode(204)
  @Operation({
    summary: 'Signs out',
    security: 'session',
    status: 204,
    refusals: ['sign-in-required', 'cross-site-call'],
  })
  async close(
    @SignedIn() { sessionId, principalId }: SignedInPrincipal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.close(sessionId, principalId);
    this.cookie.clear(reply);
  }
}
