import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { toMilliseconds } from '#domain';
import { instant, uuid } from '#protocol';
import { type BrowserCall, FromBrowser } from '../browser-session/browser-call.ts';
import { Clock } from '../clock/clock.ts';
import { Operation } from '../openapi/operation.ts';
import { makingOptions, passkeyAssertion, passkeyMade, useOptions } from '../passkeys/passkey-forms.ts';
import { DemoOperators } from './demo-operators.ts';
import type { SignedInOperator } from './operator.ts';
import { OperatorCookie } from './operator-cookie.ts';
import { operatorRight, rightBody } from './operator-forms.ts';
import { OperatorJoining } from './operator-joining.service.ts';
import { ActingOperator, OperatorMay } from './operator-may.ts';
import { OperatorSignIn, type SignedIn } from './operator-sign-in.service.ts';

const begunView = z.strictObject({ ceremonyId: uuid, expiresAt: instant, publicKey: useOptions });
const signInBody = z.strictObject({ ceremonyId: uuid, response: passkeyAssertion }).meta({ id: 'OperatorSignIn' });
const invitation = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const joinAsk = z.strictObject({ invitation }).meta({ id: 'OperatorJoinAsk' });
const joinView = z.strictObject({
  ceremonyId: uuid,
  expiresAt: instant,
  name: z.string(),
  may: operatorRight,
  publicKey: makingOptions,
});
const joinBody = z.strictObject({ invitation, ceremonyId: uuid, response: passkeyMade }).meta({ id: 'OperatorJoin' });
const signedInView = z
  .strictObject({ id: uuid, name: z.string(), may: operatorRight, sessionExpiresAt: instant })
  .meta({ id: 'OperatorSignedIn' });

const inCookie = 'The session is in a cookie, for 12 hours; it does not grow longer with use.';

@Controller('operator')
export class OperatorSignInController {
  constructor(
    private readonly signIn: OperatorSignIn,
    private readonly joining: OperatorJoining,
    private readonly demo: DemoOperators,
    private readonly cookie: OperatorCookie,
    private readonly clock: Clock,
  ) {}

  @Post('sign-in/options')
  @HttpCode(200)
  @Operation({
    summary: 'Begins signing in with a passkey',
    security: 'none',
    status: 200,
    answer: begunView,
    refusals: ['cross-site-call', 'too-many-requests'],
  })
  begin(@FromBrowser() call: BrowserCall) {
    return this.signIn.begin(call);
  }

  @Post('sign-in')
  @Operation({
    summary: 'Signs an operator in',
    description: inCookie,
    security: 'none',
    answer: signedInView,
    refusals: ['passkey-refused', 'cross-site-call', 'too-many-requests'],
  })
  async finish(
    @Body({ schema: signInBody }) { ceremonyId, response }: z.output<typeof signInBody>,
    @FromBrowser() { agent }: BrowserCall,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(await this.signIn.finish(ceremonyId, response, agent), request, reply);
  }

  @Post('join/options')
  @HttpCode(200)
  @Operation({
    summary: 'Begins setting up the passkey of one who was invited',
    security: 'none',
    status: 200,
    answer: joinView,
    refusals: ['invitation-not-valid', 'cross-site-call', 'too-many-requests'],
  })
  beginJoining(@Body({ schema: joinAsk }) { invitation }: z.output<typeof joinAsk>, @FromBrowser() call: BrowserCall) {
    return this.joining.begin(invitation, call);
  }

  @Post('join')
  @Operation({
    summary: 'Makes one who was invited an operator, and signs that one in',
    description: inCookie,
    security: 'none',
    answer: signedInView,
    refusals: [
      'invitation-not-valid',
      'passkey-refused',
      'operator-name-taken',
      'cross-site-call',
      'too-many-requests',
    ],
  })
  async join(
    @Body({ schema: joinBody }) { invitation, ...answer }: z.output<typeof joinBody>,
    @FromBrowser() { agent }: BrowserCall,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(await this.joining.finish(invitation, answer, agent), request, reply);
  }

  @Post('demo-session')
  @Operation({
    summary: 'Signs anyone in as an operator, in a demo on one machine',
    description: 'Only there where DEMO_SIGN_IN is on, which no node takes in production.',
    security: 'none',
    answer: signedInView,
    refusals: ['not-found', 'cross-site-call', 'too-many-requests'],
  })
  async openDemo(
    @Body({ schema: rightBody }) { may }: z.output<typeof rightBody>,
    @FromBrowser() { agent }: BrowserCall,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(await this.demo.open(may, agent), request, reply);
  }

  @Delete('session')
  @HttpCode(204)
  @OperatorMay('viewer')
  @Operation({ summary: 'Signs out', security: 'operator', status: 204, refusals: ['sign-in-required'] })
  async signOut(
    @ActingOperator() operator: SignedInOperator,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIn.signOut(operator, operator.sessionId);
    this.cookie.clear(reply);
  }

  private answer({ operator, session }: SignedIn, request: FastifyRequest, reply: FastifyReply) {
    const { token, expiresAt } = session;
    const seconds = (toMilliseconds(expiresAt) - toMilliseconds(this.clock.now())) / 1000;
    this.cookie.set(request, reply, token, Math.floor(seconds));
    const { id, name, may } = operator;
    return { id, name, may, sessionExpiresAt: expiresAt };
  }
}
