import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RefusedError, refusalCodes } from '#domain';
import { Operation, type SetError, toSetError } from '#platform';
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
  async push(@Body() raw: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<SetError | undefined> {
    try {
      await this.witness.receive(raw);
      return undefined;
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const [status] = refusalCodes[error.refusal.code];
      // What is to be sent again later is no error of the event.
      if (status === 429 || status >= 500) throw error;
      reply.status(400).header('content-language', 'en');
      return toSetError(error.refusal);
    }
  }
}
