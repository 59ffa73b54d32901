import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Operation } from '#platform';
import { TrustListsService } from './trust-lists.service.ts';

/** A reader asks again each time, and is told in one line that nothing changed. */
const CACHE_CONTROL = 'public, no-cache';

@Controller('trust-list')
export class TrustListsController {
  constructor(private readonly lists: TrustListsService) {}

  @Get()
  @Operation({
    summary: 'The signed list of who is in the network',
    description: 'A JWS in the shape of ETSI TS 119 602. With `If-None-Match`, 304 where it is still the newest.',
    answer: { typ: 'trust-list+jwt' },
    security: 'none',
    refusals: ['trust-list-unavailable'],
  })
  async newest(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const { sequence, token } = await this.lists.newest();
    const etag = `"${sequence}-${token.slice(-16)}"`;
    reply.header('etag', etag).header('cache-control', CACHE_CONTROL);
    if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) {
      reply.status(304);
      return undefined;
    }
    reply.type('application/jwt');
    return token;
  }
}
