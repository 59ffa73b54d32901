import { Body, Controller, Get, Headers, HttpCode, Post } from '@nestjs/common';
import type { z } from 'zod';
import { ActingOperator, Operation, OperatorMay, type SignedInOperator } from '#platform';
import { readIdempotencyKey } from '../api/api-forms.ts';
import { askedConsentView, consentAskBody } from '../consent-requests/consent-request-schemas.ts';
import { ConsentRequestsService } from '../consent-requests/consent-requests.service.ts';
import { describeAsked } from '../consent-requests/describe-asked.ts';
import { previewView, RequestPreview, templatesView } from './request-preview.ts';

type Ask = z.output<typeof consentAskBody>;
const refusals = ['outside-template', 'terms-contradictory', 'purpose-unknown', 'template-unknown'] as const;

@Controller('operator')
export class OperatedRequestsController {
  constructor(
    private readonly preview: RequestPreview,
    private readonly consentRequests: ConsentRequestsService,
  ) {}

  @Get('templates')
  @OperatorMay('viewer')
  @Operation({
    summary: 'Ready-made consent requests by use, and the most each may ask for',
    security: 'operator',
    answer: templatesView,
  })
  templates() {
    return { templates: this.preview.templates() };
  }

  @Post('consent-requests/preview')
  @HttpCode(200)
  @OperatorMay('operator')
  @Operation({
    summary: 'What the person would see of a consent request; nothing is asked',
    description: 'With a template, what it fixes or limits need not be said.',
    security: 'operator',
    status: 200,
    answer: previewView,
    refusals: [...refusals],
  })
  show(@Body({ schema: consentAskBody }) body: Ask) {
    return this.preview.of(body);
  }

  @Post('consent-requests')
  @OperatorMay('operator')
  @Operation({
    summary: 'Ask a person for consent',
    description: 'The same Idempotency-Key is the same request, however often it is sent.',
    security: 'operator',
    answer: askedConsentView,
    refusals: [...refusals, 'peer-unavailable', 'request-id-reused'],
  })
  async ask(
    @Body({ schema: consentAskBody }) body: Ask,
    @ActingOperator() by: SignedInOperator,
    @Headers('idempotency-key') key?: string,
  ) {
    return describeAsked(await this.consentRequests.ask(body, readIdempotencyKey(key), by.id));
  }
}
