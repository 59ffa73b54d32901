import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type BrowserCall, FromBrowser, Operation, passkeyAssertion, useOptions } from '#platform';
import { uuid } from '#protocol';
import { openedAnswer, PrincipalCookie, sessionForm } from '../principal-sessions/principal-cookie.ts';
import { PasskeySignIn } from './passkey-sign-in.service.ts';

const nothing = z.strictObject({});
const begun = z.strictObject({ ceremonyId: uuid, publicKey: useOptions });
const answered = z.strictObject({ ceremonyId: uuid, response: passkeyAssertion, session: sessionForm });

@Controller('sign-in/passkeys')
export class PasskeySignInController {
  constructor(
    private readonly signIn: PasskeySignIn,
    private readonly cookie: PrincipalCookie,
  ) {}

  @Post('options')
  @HttpCode(200)
  @Operation({
    summary: 'Begins to sign in with a passkey, whoever it is',
    security: 'none',
    status: 200,
    answer: begun,
    refusals: ['too-many-requests', 'cross-site-call'],
  })
  async begin(@Body({ schema: nothing }) _body: z.output<typeof nothing>, @FromBrowser() call: BrowserCall) {
    const { ceremonyId, publicKey } = await this.signIn.begin(call);
    return { ceremonyId, publicKey };
  }

  @Post()
  @Operation({
    summary: 'Signs in with a passkey',
    security: 'none',
    status: 201,
    answer: openedAnswer,
    refusals: ['passkey-refused', 'cross-site-call'],
  })
  async open(
    @Body({ schema: answered }) { ceremonyId, response, session }: z.output<typeof answered>,
    @FromBrowser() call: BrowserCall,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const opened = await this.signIn.signIn(ceremonyId, response, call);
    return this.cookie.handOver(opened, session, request, reply);
  }
}
