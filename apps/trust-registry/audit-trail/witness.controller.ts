import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { answerPush, Operation, type SetError } from '#platform';
import { WitnessService } from './witness.service.ts';

@Controller('events')
export class WitnessController {
  constructor(private readonly witness: WitnessService) {}

  @Post()
  @HttpCode(202)
  @Operation({
    summary: 'Push an event: where an audit trail stands',
    description:
      'RFC 8935; only `audit-trail.sealed`. 202 once it is kept; 400 with `err` and `description` otherwise.',
    body: { typ: 'secevent+jwt' },
    status: 202,
    security: 'none',
    refusals: ['too-many-requests'],
  })
  push(@Body() raw: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<SetError | undefined> {
    return answerPush(this.witness.receive(raw), reply);
  }
}
