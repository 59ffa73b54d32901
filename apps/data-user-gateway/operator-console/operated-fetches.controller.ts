import { Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ActingOperator, Operation, OperatorMay, type SignedInOperator } from '#platform';
import { uuid } from '#protocol';
import { readIdempotencyKey } from '../api/api-forms.ts';
import { DataRequestReading } from '../data-requests/data-request-reading.ts';
import { dataRequestView } from '../data-requests/data-request-schemas.ts';
import { DataRequestsService } from '../data-requests/data-requests.service.ts';

@Controller('operator/consents')
export class OperatedFetchesController {
  constructor(
    private readonly dataRequests: DataRequestsService,
    private readonly reading: DataRequestReading,
  ) {}

  @Post(':id/fetch')
  @HttpCode(202)
  @OperatorMay('operator')
  @Operation({
    summary: 'Ask now for all that was consented',
    description:
      'Spends one use. Where the manager says no, the answer is state REFUSED with its reason; where our own copy of ' +
      'the consent says no, it is refused here. The same Idempotency-Key is the same request and spends no further use.',
    security: 'operator',
    answer: dataRequestView,
    status: 202,
    refusals: [
      'consent-unknown',
      'consent-revoked',
      'consent-paused',
      'consent-expired',
      'consent-not-started',
      'one-time-used',
      'frequency-exceeded',
      'request-id-reused',
    ],
  })
  async fetch(
    @Param('id', { schema: uuid }) consentId: string,
    @ActingOperator() by: SignedInOperator,
    @Headers('idempotency-key') key?: string,
  ) {
    const ask = { consentId, fetch: 'now', ownCheck: true } as const;
    return this.reading.settle(await this.dataRequests.ask(ask, readIdempotencyKey(key), by.id));
  }
}
