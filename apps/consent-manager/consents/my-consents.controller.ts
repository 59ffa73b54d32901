import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { Operation } from '#platform';
import { uuid } from '#protocol';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { consentAsRead, consentDetail, consentPage, pause, revocation } from './consent-answers.ts';
import { ConsentReading } from './consent-reading.ts';
import { ConsentViews } from './consent-views.ts';
import { ConsentsService } from './consents.service.ts';

const page = z.strictObject({
  before: uuid.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

@Controller('me/consents')
@UseGuards(SignedInGuard)
export class MyConsentsController {
  constructor(
    private readonly consents: ConsentsService,
    private readonly views: ConsentViews,
    private readonly reading: ConsentReading,
  ) {}

  @Get()
  @Operation({
    summary: 'The consents she gave, newest first',
    security: 'session',
    answer: consentPage,
    refusals: ['sign-in-required'],
  })
  list(@SignedIn() { principalId }: SignedInPrincipal, @Query({ schema: page }) query: z.output<typeof page>) {
    return this.views.list(principalId, query.limit, query.before);
  }

  @Get(':id')
  @Operation({
    summary: 'One consent: terms, state, counterparts, what was fetched under it, what was erased, what it renews',
    security: 'session',
    answer: consentAsRead,
    refusals: ['sign-in-required', 'consent-unknown'],
  })
  detail(@SignedIn() { principalId }: SignedInPrincipal, @Param('id', { schema: uuid }) id: string) {
    return this.reading.read(principalId, id);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @Operation({
    summary: 'Pauses a consent, for a time or until she resumes it',
    security: 'session',
    status: 200,
    answer: consentDetail,
    refusals: ['sign-in-required', 'consent-unknown', 'consent-state-terminal', 'terms-contradictory'],
  })
  async pause(
    @SignedIn() { principalId }: SignedInPrincipal,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: pause }) { until }: z.output<typeof pause>,
  ) {
    return this.views.show(await this.consents.pause(principalId, id, until));
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Operation({
    summary: 'Resumes a paused consent',
    security: 'session',
    status: 200,
    answer: consentDetail,
    refusals: ['sign-in-required', 'consent-unknown', 'consent-state-terminal'],
  })
  async resume(@SignedIn() { principalId }: SignedInPrincipal, @Param('id', { schema: uuid }) id: string) {
    return this.views.show(await this.consents.resume(principalId, id));
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Operation({
    summary: 'Withdraws a consent for good',
    description: 'Revoking twice answers the same state.',
    security: 'session',
    status: 200,
    answer: consentDetail,
    refusals: ['sign-in-required', 'consent-unknown', 'consent-state-terminal'],
  })
  async revoke(
    @SignedIn() { principalId }: SignedInPrincipal,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: revocation }) { reason }: z.output<typeof revocation>,
  ) {
    return this.views.show(await this.consents.revoke(principalId, id, reason));
  }
}
