import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Operation } from '../openapi/operation.ts';
import type { SignedInOperator } from '../operators/operator.ts';
import { ActingOperator, OperatorMay } from '../operators/operator-may.ts';
import { deliveriesQuery, deliveriesView, eventsQuery, eventsView, replayBody, replayView } from './event-forms.ts';
import { ToldEvents } from './told-events.ts';

@Controller('operator')
export class ToldEventsController {
  constructor(private readonly told: ToldEvents) {}

  @Get('events')
  @OperatorMay('viewer')
  @Operation({
    summary: 'Events that their receiver has not acknowledged, oldest first, each with why',
    security: 'operator',
    answer: eventsView,
  })
  list(@Query({ schema: eventsQuery }) { state, receiver, type, ...page }: z.output<typeof eventsQuery>) {
    return this.told.list({ receiver, type, ...(state && { dead: state === 'dead' }) }, page);
  }

  @Post('events/replay')
  @HttpCode(200)
  @OperatorMay('operator')
  @Operation({
    summary: 'Have events told anew: those named, also acknowledged ones, or all that were not acknowledged',
    description: 'Receivers know an event by its id. What is under way just now is left as it is.',
    security: 'operator',
    status: 200,
    answer: replayView,
  })
  async replay(
    @Body({ schema: replayBody }) body: z.output<typeof replayBody>,
    @ActingOperator() by: SignedInOperator,
  ): Promise<z.output<typeof replayView>> {
    return { replayed: await ('ids' in body ? this.told.replay(body.ids, by) : this.told.replayAll(body, by)) };
  }

  @Get('deliveries')
  @OperatorMay('viewer')
  @Operation({
    summary: 'The log of deliveries, newest first: what arrived, what was refused, who was away',
    security: 'operator',
    answer: deliveriesView,
  })
  deliveries(@Query({ schema: deliveriesQuery }) { receiver, ...page }: z.output<typeof deliveriesQuery>) {
    return this.told.deliveries(receiver, page);
  }
}
