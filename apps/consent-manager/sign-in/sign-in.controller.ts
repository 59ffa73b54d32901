import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type BrowserCall, ClientAddress, FromBrowser, Operation } from '#platform';
import { contact, instant, uuid } from '#protocol';
import { oneTimeCode } from '../one-time-codes/one-time-code.ts';
import { openedAnswer, PrincipalCookie, sessionForm } from '../principal-sessions/principal-cookie.ts';
import { principalName } from '../principals/principal-name.ts';
import { SignInService } from './sign-in.service.ts';

const codeRequest = z.strictObject({ contact });
const codeAnswer = z.strictObject({ signInId: uuid, expiresAt: instant });
const signInRequest = z.strictObject({
  signInId: uuid,
  code: oneTimeCode,
  principal: principalName.optional(),
  session: sessionForm,
});

@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly cookie: PrincipalCookie,
  ) {}

  @Post('sign-in/codes')
  @HttpCode(202)
  @Operation({
    summary: 'Sends a one-time code to a contact',
    description: 'Answered alike whether or not anyone is known by the contact.',
    security: 'none',
    status: 202,
    answer: codeAnswer,
    refusals: ['too-many-requests', 'message-not-sent'],
  })
  sendCode(@Body({ schema: codeRequest }) body: z.output<typeof codeRequest>, @ClientAddress() from: string) {
    return this.signIn.sendCode(body.contact, from);
  }

  @Post('sign-in/sessions')
  @Operation({
    summary: 'Signs in with the code; the first time, makes the person',
    security: 'none',
    status: 201,
    answer: openedAnswer,
    refusals: ['code-wrong-or-expired', 'principal-name-taken', 'too-many-requests', 'cross-site-call'],
  })
  async open(
    @Body({ schema: signInRequest }) { session, ...attempt }: z.output<typeof signInRequest>,
    @ClientAddress() from: string,
    @FromBrowser() { agent }: BrowserCall,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const opened = await this.signIn.signIn(attempt, from, agent);
    return this.cookie.handOver(opened, session, request, reply);
  }
}
