import { Body, Controller, Delete, HttpCode, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { ClientAddress, Operation } from '#platform';
import { contact, instant, uuid } from '#protocol';
import { oneTimeCode } from '../one-time-codes/one-time-code.ts';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { SignInService } from './sign-in.service.ts';

const codeRequest = z.strictObject({ contact });
const codeAnswer = z.strictObject({ signInId: uuid, expiresAt: instant });
const signInRequest = z.strictObject({
  signInId: uuid,
  code: oneTimeCode,
  principal: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?$/)
    .optional()
    .describe('The part before the @ of a new id; heard only from one who was not here before.'),
});
const signInAnswer = z.strictObject({ token: z.string(), principal: z.string(), expiresAt: instant });

@Controller()
export class SignInController {
  constructor(private readonly signIn: SignInService) {}

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
    answer: signInAnswer,
    refusals: ['code-wrong-or-expired', 'principal-name-taken', 'too-many-requests'],
  })
  open(@Body({ schema: signInRequest }) body: z.output<typeof signInRequest>, @ClientAddress() from: string) {
    return this.signIn.signIn(body, from);
  }

  @Delete('me/session')
  @UseGuards(SignedInGuard)
  @HttpCode(204)
  @Operation({ summary: 'Signs out', security: 'session', status: 204, refusals: ['sign-in-required'] })
  async close(@SignedIn() { sessionId }: SignedInPrincipal): Promise<void> {
    await this.signIn.signOut(sessionId);
  }
}
