import { Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { Caller, CallGuard, Operation } from '#platform';
import { authorisedSession, instant, uuid } from '#protocol';
import { SessionRetryService } from './session-retry.service.ts';
import { TokenRenewalService } from './token-renewal.service.ts';

const tokenAnswer = z.strictObject({ accessToken: z.string(), expiresAt: instant });

@Controller('data-sessions')
@UseGuards(CallGuard)
export class SessionTokensController {
  constructor(
    private readonly renewal: TokenRenewalService,
    private readonly retries: SessionRetryService,
  ) {}

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

  @Post(':id/retry')
  @Operation({
    summary: 'A further session for what failed of this one, after fresh checks',
    description:
      'Within 24 hours of the data request. Spends no use; asked again it is the same session. ' +
      'What the provider was told has arrived it does not serve again.',
    security: 'call',
    status: 201,
    answer: authorisedSession,
    refusals: [
      'call-not-authenticated',
      'session-unknown',
      'use-lapsed',
      'use-returned',
      'nothing-to-retry',
      'consent-paused',
      'consent-revoked',
      'consent-expired',
      'participant-not-active',
    ],
  })
  retry(@Param('id', { schema: uuid }) id: string, @Caller() caller: Caller) {
    return this.retries.retry(id, caller.participantId);
  }
}
