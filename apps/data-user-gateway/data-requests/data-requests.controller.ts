import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import type { z } from 'zod';
import { ApiKeyGuard, Operation } from '#platform';
import { uuid } from '#protocol';
import { readIdempotencyKey, type WaitQuery, waitQuery } from '../api/api-forms.ts';
import { DataRequestReading } from './data-request-reading.ts';
import { DataRequestRetrying } from './data-request-retrying.ts';
import { dataAskBody, dataRequestView, fetchBody } from './data-request-schemas.ts';
import { DataRequestsService } from './data-requests.service.ts';
import type { DataRequestView } from './describe-data-request.ts';
import { LaterFetching } from './later-fetching.ts';

@Controller('data-requests')
@UseGuards(ApiKeyGuard)
export class DataRequestsController {
  constructor(
    private readonly dataRequests: DataRequestsService,
    private readonly later: LaterFetching,
    private readonly retrying: DataRequestRetrying,
    private readonly reading: DataRequestReading,
  ) {}

  @Post()
  @HttpCode(202)
  @Operation({
    summary: 'Ask for data under a consent',
    description:
      'Without dataTypes and dataRange: all that was consented. Where the manager says no, the answer is state REFUSED ' +
      'with its reason; where our own copy of the consent says no, it is refused here. The same Idempotency-Key is the ' +
      'same request and spends no further use. With waitSeconds (at most 30) the answer is held back until every ' +
      'session has ended.',
    security: 'api-key',
    answer: dataRequestView,
    status: 202,
    refusals: ['consent-unknown', 'consent-revoked', 'consent-paused', 'field-not-consented', 'request-id-reused'],
  })
  async ask(
    @Body({ schema: dataAskBody }) body: z.output<typeof dataAskBody>,
    @Query({ schema: waitQuery }) { waitSeconds }: WaitQuery,
    @Headers('idempotency-key') key?: string,
  ): Promise<DataRequestView> {
    return this.reading.settle(await this.dataRequests.ask(body, readIdempotencyKey(key)), waitSeconds);
  }

  @Post(':id/fetch')
  @HttpCode(202)
  @Operation({
    summary: 'Open the sessions that were left for later',
    description: 'With waitSeconds (at most 30) the answer is held back until every session has ended.',
    security: 'api-key',
    answer: dataRequestView,
    status: 202,
    refusals: ['not-found', 'consent-revoked'],
  })
  async fetch(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: waitQuery }) { waitSeconds }: WaitQuery,
    @Body({ schema: fetchBody }) { ownCheck }: z.output<typeof fetchBody>,
  ): Promise<DataRequestView> {
    const standing = await this.later.fetch(id, ownCheck, (waitSeconds ?? 0) > 0);
    return this.reading.settle(standing, waitSeconds);
  }

  @Get(':id')
  @Operation({
    summary: 'Where a data request stands',
    description: 'With waitSeconds (at most 30) the answer is held back until every session has ended.',
    security: 'api-key',
    answer: dataRequestView,
    refusals: ['not-found'],
  })
  async describe(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: waitQuery }) { waitSeconds }: WaitQuery,
  ): Promise<DataRequestView> {
    return this.reading.describe(id, waitSeconds);
  }

  @Post(':id/retry')
  @HttpCode(202)
  @Operation({
    summary: 'Fetch once more what failed, and nothing else',
    description:
      'Within 24 hours of the data request, after fresh checks. It spends no further use: of accounts that were ' +
      'delivered nothing is fetched again.',
    security: 'api-key',
    answer: dataRequestView,
    status: 202,
    refusals: [
      'not-found',
      'nothing-to-retry',
      'use-lapsed',
      'use-returned',
      'consent-paused',
      'consent-revoked',
      'consent-expired',
      'participant-not-active',
      'peer-unavailable',
    ],
  })
  async retry(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: waitQuery }) { waitSeconds }: WaitQuery,
  ): Promise<DataRequestView> {
    return this.reading.settle(await this.retrying.retry(id), waitSeconds);
  }
}
