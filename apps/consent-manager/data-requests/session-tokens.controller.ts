import { Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { Caller, CallGuard, Operation } from '#platform';
import { instant, uuid } from '#protocol';
import { TokenRenewalService } from './token-renewal.service.ts';

const tokenAnswer = z.strictObject({ accessToken: z.string(), expiresAt: instant });

@Controller('data-sessions')
@UseGuards(CallGuard)
export class SessionTokensController {
  constructor(private readonly renewal: TokenRenewalService) {}

  @Post(':id/token')
  @HttpCode(200)
  @Operation({
    summary: 'Another access token for a session, after fresh checks',
    description: 'Bound to the key of the data request. Spends no use.',
    security: 'call',
    status: 200,
    answer: tokenAnswer,
    refusals: [
      'call-not-authenticated',
      'session-unknown',
      'session-ended',
      'use-lapsed',
      'consent-paused',
      'consent-revoked',
      'consent-expired',
      'participant-not-active',
    ],
  })
  renew(@Param('id', { schema: uuid }) id: string, @Caller() caller: Caller) {
    return this.renewal.renew(id, caller.participantId);
  }
}
