import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CallFrom } from '../command/call.guard.ts';
import { Caller } from '../command/caller.ts';
import { BodyLimit } from '../http/body-limit.ts';
import { Operation } from '../openapi/operation.ts';
import { answerPush } from './answer-push.ts';
import { EventPoll, type PollAnswer, type PollRequest, pollAnswer, pollRequest } from './event-poll.ts';
import { EventReception } from './event-reception.ts';
import type { SetError } from './set-error.ts';

@Controller('events')
export class EventsController {
  constructor(
    private readonly reception: EventReception,
    private readonly pollService: EventPoll,
  ) {}

  @Post()
  @HttpCode(202)
  @BodyLimit(4_194_304)
  @Operation({
    summary: 'Push an event',
    description: 'RFC 8935. 202 once it is applied, or was before; 400 with `err` and `description` otherwise.',
    body: { typ: 'secevent+jwt' },
    status: 202,
    security: 'none',
    refusals: ['trust-list-unavailable', 'too-many-requests'],
  })
  push(@Body() raw: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<SetError | undefined> {
    return answerPush(this.reception.receive(raw), reply);
  }

  @Post('poll')
  @HttpCode(200)
  @CallFrom()
  @Operation({
    summary: 'Poll for events addressed to the caller',
    description: 'RFC 8936: acknowledges what was taken, and returns what is not acknowledged yet.',
    answer: pollAnswer,
    status: 200,
    security: 'call',
  })
  poll(@Caller() caller: Caller, @Body({ schema: pollRequest }) request: PollRequest): Promise<PollAnswer> {
    return this.pollService.poll(caller.participantId, request);
  }
}
