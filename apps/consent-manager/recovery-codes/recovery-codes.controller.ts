import { Body, Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type BrowserCall, ClientAddress, FromBrowser, Operation } from '#platform';
import { instant } from '#protocol';
import { openedAnswer, PrincipalCookie, sessionForm } from '../principal-sessions/principal-cookie.ts';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { recoveryCode } from './recovery-code.ts';
import { codesAtOnce, RecoveryCodes } from './recovery-codes.ts';

const leftAnswer = z.strictObject({ left: z.int(), madeAt: instant.nullable() });
const codesAnswer = z.strictObject({ codes: z.array(z.string()).length(codesAtOnce) });
const recovery = z.strictObject({
  principal: z.string().min(1).max(300).describe('Her whole id, with what stands after the @.'),
  recoveryCode,
  session: sessionForm,
});

@Controller()
export class RecoveryCodesController {
  constructor(
    private readonly codes: RecoveryCodes,
    private readonly cookie: PrincipalCookie,
  ) {}

  @Get('me/recovery-codes')
  @UseGuards(SignedInGuard)
  @Operation({
    summary: 'How many recovery codes are left',
    security: 'session',
    answer: leftAnswer,
    refusals: ['sign-in-required'],
  })
  count(@SignedIn() { principalId }: SignedInPrincipal) {
    return this.codes.count(principalId);
  }

  @Post('me/recovery-codes')
  @UseGuards(SignedInGuard)
  @Operation({
    summary: 'Makes ten recovery codes in place of those from before; shown this once',
    security: 'session',
    status: 201,
    answer: codesAnswer,
    refusals: ['sign-in-required', 'passkey-required', 'cross-site-call'],
  })
  async make(@SignedIn() person: SignedInPrincipal) {
    return { codes: await this.codes.make(person) };
  }

  @Post('sign-in/recovery')
  @Operation({
    summary: 'Signs in with a recovery code',
    description: 'Answered alike for a person who is not here.',
    security: 'none',
    status: 201,
    answer: openedAnswer,
    refusals: ['code-wrong-or-expired', 'too-many-requests', 'cross-site-call'],
  })
  async signIn(
    @Body({ schema: recovery }) { principal, recoveryCode: code, session }: z.output<typeof recovery>,
    @ClientAddress() from: string,
    @FromBrowser() { agent }: BrowserCall,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const opened = await this.codes.signIn({ principal, code, from, agent });
    return this.cookie.handOver(opened, session, request, reply);
  }
}
