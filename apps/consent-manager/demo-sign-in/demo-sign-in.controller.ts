import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type BrowserCall, FromBrowser, Operation } from '#platform';
import { openedAnswer, PrincipalCookie } from '../principal-sessions/principal-cookie.ts';
import { DemoSignInService } from './demo-sign-in.service.ts';

@Controller()
export class DemoSignInController {
  constructor(
    private readonly demo: DemoSignInService,
    private readonly cookie: PrincipalCookie,
  ) {}

  @Post('sign-in/demo')
  @Operation({
    summary: 'Signs anyone in as the person of a demo on one machine, in a cookie',
    description: 'Only there where DEMO_SIGN_IN is on, which no node takes in production.',
    security: 'none',
    status: 201,
    answer: openedAnswer,
    refusals: ['not-found', 'cross-site-call'],
  })
  async open(
    @FromBrowser() call: BrowserCall,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.cookie.handOver(await this.demo.open(call), 'cookie', request, reply);
  }
}
