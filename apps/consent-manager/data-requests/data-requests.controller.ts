import { Body, Controller, Post } from '@nestjs/common';
import { CommandInbox, Operation } from '#platform';
import { dataRequestAnswer, dataRequestMessage } from '#protocol';
import { DataRequestsService } from './data-requests.service.ts';
import { RefusedDataRequests } from './refused-data-requests.ts';

@Controller('data-requests')
export class DataRequestsController {
  constructor(
    private readonly inbox: CommandInbox,
    private readonly requests: DataRequestsService,
    private readonly refused: RefusedDataRequests,
  ) {}

  @Post()
  @Operation({
    summary: 'Authorises a data request: one use of the consent, one session and token for each data provider',
    description:
      'A retry with the same requestId gets the recorded outcome and spends no further use. ' +
      'A refusal under a consent stands on the timeline of the person.',
    security: 'none',
    status: 201,
    body: { typ: dataRequestMessage.typ, payload: dataRequestMessage.schema },
    answer: dataRequestAnswer,
    refusals: [
      'signature-invalid',
      'key-not-listed',
      'message-replayed',
      'request-id-reused',
      'consent-unknown',
      'consent-paused',
      'consent-revoked',
      'consent-not-started',
      'consent-expired',
      'participant-not-active',
      'data-type-not-consented',
      'field-not-consented',
      'data-range-not-consented',
      'one-time-used',
      'frequency-exceeded',
      'account-not-linked',
    ],
  })
  authorise(@Body() raw: string) {
    return this.inbox.handle(raw, dataRequestMessage, (tx, command) => this.requests.authorise(tx, command), {
      write: (tx, command, refusal) => this.refused.tell(tx, command, refusal),
    });
  }
}
