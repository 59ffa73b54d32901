import { Body, Controller, Header, Post } from '@nestjs/common';
import { CommandInbox, Operation } from '#platform';
import { consentHandleMessage, consentRequestMessage } from '#protocol';
import { ConsentRequestsService } from './consent-requests.service.ts';

@Controller('consent-requests')
export class ConsentRequestsController {
  constructor(
    private readonly inbox: CommandInbox,
    private readonly requests: ConsentRequestsService,
  ) {}

  @Post()
  @Header('Content-Type', 'application/jwt')
  @Operation({
    summary: 'Takes a consent request; the person decides later',
    description: 'A retry with the same requestId gets the same handle. Someone unknown is answered for alike.',
    security: 'none',
    status: 201,
    body: { typ: consentRequestMessage.typ, payload: consentRequestMessage.schema },
    answer: { typ: consentHandleMessage.typ, payload: consentHandleMessage.schema },
    refusals: [
      'signature-invalid',
      'key-not-listed',
      'message-replayed',
      'request-id-reused',
      'purpose-unknown',
      'data-type-unknown',
      'field-unknown',
      'template-unknown',
      'outside-template',
      'terms-contradictory',
    ],
  })
  take(@Body() raw: string): Promise<string> {
    return this.inbox.handle(raw, consentRequestMessage, (tx, command) => this.requests.take(tx, command));
  }
}
