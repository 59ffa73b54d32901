import { Body, Controller, Get, Headers, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { RefusedError, refuse, requestStates } from '#domain';
import { ApiKeyGuard, Operation } from '#platform';
import { uuid } from '#protocol';
import { idOfPage, readIdempotencyKey, type WaitQuery, waitQuery } from '../api/api-forms.ts';
import { waitUntil } from '../api/wait-until.ts';
import type { AskedConsent } from './asked-consent.ts';
import {
  type AskedConsentView,
  askedConsentsView,
  askedConsentView,
  consentAskBody,
} from './consent-request-schemas.ts';
import { ConsentRequestStore } from './consent-request-store.ts';
import { ConsentRequestsService } from './consent-requests.service.ts';
import { describeAsked } from './describe-asked.ts';
import { KnownAsks } from './known-asks.ts';

const listQuery = z.strictObject({ ...idOfPage, state: z.enum(requestStates).optional() });

@Controller('consent-requests')
@UseGuards(ApiKeyGuard)
export class ConsentRequestsController {
  constructor(
    private readonly consentRequests: ConsentRequestsService,
    private readonly store: ConsentRequestStore,
    private readonly known: KnownAsks,
  ) {}

  @Post()
  @Operation({
    summary: 'Ask a person for consent',
    description:
      'With a template, what it fixes or limits need not be said. The same Idempotency-Key is the same request, ' +
      'however often it is sent.',
    security: 'api-key',
    answer: askedConsentView,
    refusals: ['outside-template', 'terms-contradictory', 'purpose-unknown', 'peer-unavailable', 'request-id-reused'],
  })
  async ask(
    @Body({ schema: consentAskBody }) body: z.output<typeof consentAskBody>,
    @Headers('idempotency-key') key?: string,
  ): Promise<AskedConsentView> {
    return describeAsked(await this.consentRequests.ask(body, readIdempotencyKey(key)));
  }

  @Get()
  @Operation({ summary: 'What was asked, newest first', security: 'api-key', answer: askedConsentsView })
  async list(@Query({ schema: listQuery }) { limit = 50, ...page }: z.output<typeof listQuery>) {
    const found = await this.store.list({ ...page, limit });
    return { consentRequests: found.map(describeAsked) };
  }

  @Get(':id')
  @Operation({
    summary: 'Where a consent request stands',
    description: 'With waitSeconds (at most 30) the answer is held back until it is decided.',
    security: 'api-key',
    answer: askedConsentView,
    refusals: ['not-found'],
  })
  async get(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: waitQuery }) { waitSeconds }: WaitQuery,
  ): Promise<AskedConsentView> {
    const asked = await waitUntil(
      id,
      async (news) => (news as AskedConsent | undefined) ?? (await this.store.find(id)),
      (found) => found?.state !== 'PENDING',
      waitSeconds,
      this.known.findById(id),
    );
    if (asked === undefined) throw new RefusedError(refuse('not-found', id));
    return describeAsked(asked);
  }
}
