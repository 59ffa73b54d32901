import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefusedError, refuse } from '#domain';
import { Operation } from '#platform';
import { type DataSessionAnswer, dataSessionAnswer, dataSessionRequestMessage, uuid } from '#protocol';
import { CountingFilter } from '../refusals/counting.filter.ts';
import { AccessGate, type ShownAccess } from './access-gate.ts';
import { DataSessionsService, describeSession } from './data-sessions.service.ts';
import { giveBack } from './give-back.ts';
import { type EnteredSession, SessionReading } from './session-reading.ts';

@Controller('data-sessions')
@UseFilters(CountingFilter)
export class DataSessionsController {
  constructor(
    private readonly gate: AccessGate,
    private readonly dataSessions: DataSessionsService,
    private readonly reading: SessionReading,
  ) {}

  @Post()
  @Operation({
    summary: 'Open a data session',
    description: '201 with the manifest where everything was sealed in time; else 202, and data-session.ready follows.',
    security: 'access-token',
    body: { typ: dataSessionRequestMessage.typ, payload: dataSessionRequestMessage.schema },
    answer: dataSessionAnswer,
    refusals: ['access-token-invalid', 'proof-of-possession-invalid', 'artefact-not-here-yet', 'account-not-linked'],
  })
  async open(
    @Body() raw: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DataSessionAnswer> {
    const answer = await this.dataSessions.open(raw, shownIn(request));
    reply.status(answer.manifest === undefined ? 202 : 201);
    return answer;
  }

  @Get(':id')
  @Operation({ summary: 'Where a data session stands', security: 'access-token', answer: dataSessionAnswer })
  async describe(@Param('id') id: string, @Req() request: FastifyRequest): Promise<DataSessionAnswer> {
    return describeSession((await this.enter(id, request)).session);
  }

  @Get(':id/parts/:n')
  @Operation({
    summary: 'One sealed part; its statement is in the header Data-Part',
    security: 'access-token',
    description: 'Sealed with HPKE (RFC 9180): the encapsulated key, then the ciphertext.',
    answer: { bytes: 'application/octet-stream' },
    refusals: ['part-not-ready', 'session-ended', 'consent-revoked'],
  })
  async part(
    @Param('id') id: string,
    @Param('n') n: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Uint8Array> {
    const asked = /^(0|[1-9]\d{0,6})$/.test(n) ? Number(n) : undefined;
    const entered = await this.enter(id, request, asked);
    if (asked === undefined) throw new RefusedError(refuse('not-found'));
    const { sealed, statement } = await this.reading.part(entered, asked);
    reply.header('Data-Part', statement).type('application/octet-stream');
    reply.raw.once('close', () => giveBack(sealed));
    return sealed;
  }

  @Delete(':id/parts')
  @HttpCode(204)
  @Operation({ summary: 'Everything was received', security: 'access-token', status: 204 })
  async acknowledge(@Param('id') id: string, @Req() request: FastifyRequest): Promise<void> {
    checkForm(id);
    await this.reading.acknowledge(id, await this.gate.verify(shownIn(request)));
  }

  private async enter(id: string, request: FastifyRequest, n?: number): Promise<EnteredSession> {
    checkForm(id);
    return this.reading.enter(id, await this.gate.verify(shownIn(request)), n);
  }
}

function checkForm(id: string): void {
  if (!uuid.safeParse(id).success) throw new RefusedError(refuse('session-unknown'));
}

function shownIn({ method, originalUrl: path, headers }: FastifyRequest): ShownAccess {
  const { authorization, dpop } = headers;
  // Two proofs are no proof.
  return { method, path, authorization, dpop: typeof dpop === 'string' ? dpop : undefined };
}
