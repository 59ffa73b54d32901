import { Controller, Get, Header, Param, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RefusedError, refuse } from '#domain';
import { Operation, TrustListCache } from '#platform';
import { type Receipt, uuid } from '#protocol';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { ConsentReceipts } from './consent-receipts.service.ts';
import { pagePolicy } from './page-style.ts';
import { receiptFile, receiptPage } from './receipt-page.ts';
import { ReleaseReceipts } from './release-receipts.service.ts';

const notYet = ['sign-in-required', 'receipt-not-ready', 'audit-trail-broken', 'audit-trail-off'] as const;
const linkedData = { bytes: 'application/ld+json' };
const page = { bytes: 'text/html' };
const signedList = { typ: 'trust-list+jwt' };

@Controller('me')
@UseGuards(SignedInGuard)
export class ReceiptsController {
  constructor(
    private readonly consents: ConsentReceipts,
    private readonly releases: ReleaseReceipts,
    private readonly trustList: TrustListCache,
  ) {}

  @Get('consents/:id/receipt')
  @Header('content-type', 'application/ld+json')
  @Operation({
    summary: 'The receipt of a consent, signed: `assent verify` checks it offline',
    description: 'JSON-LD, schema consent-receipt. Made anew each time. Ready once the consent is under a checkpoint.',
    security: 'session',
    answer: linkedData,
    refusals: ['consent-unknown', ...notYet],
  })
  async ofConsent(
    @SignedIn() { principalId }: SignedInPrincipal,
    @Param('id', { schema: uuid }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return asFile(await this.consents.make(principalId, id), reply);
  }

  @Get('consents/:id/receipt.html')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', `${pagePolicy}; frame-ancestors 'none'`)
  @Operation({
    summary: 'The same as a page for people, to read and print',
    security: 'session',
    answer: page,
    refusals: ['consent-unknown', ...notYet],
  })
  async pageOfConsent(@SignedIn() { principalId }: SignedInPrincipal, @Param('id', { schema: uuid }) id: string) {
    return receiptPage(await this.consents.make(principalId, id));
  }

  @Get('data-sessions/:id/receipt')
  @Header('content-type', 'application/ld+json')
  @Operation({
    summary: 'The receipt of one release of her data, signed: `assent verify` checks it offline',
    description: 'JSON-LD, schema release-receipt, with what both sides have said so far, in their own signed words.',
    security: 'session',
    answer: linkedData,
    refusals: ['session-unknown', 'release-not-stated', ...notYet],
  })
  async ofRelease(
    @SignedIn() { principalId }: SignedInPrincipal,
    @Param('id', { schema: uuid }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return asFile(await this.releases.make(principalId, id), reply);
  }

  @Get('data-sessions/:id/receipt.html')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', `${pagePolicy}; frame-ancestors 'none'`)
  @Operation({
    summary: 'The same as a page for people, to read and print',
    security: 'session',
    answer: page,
    refusals: ['session-unknown', 'release-not-stated', ...notYet],
  })
  async pageOfRelease(@SignedIn() { principalId }: SignedInPrincipal, @Param('id', { schema: uuid }) id: string) {
    return receiptPage(await this.releases.make(principalId, id));
  }

  @Get('trust-list')
  @Header('content-type', 'application/jwt')
  @Operation({
    summary: 'The signed trust list that this consent manager keeps, so that a page can check a receipt by it',
    description: 'As the trust registry signed it. Who doubts this consent manager takes the list from elsewhere.',
    security: 'session',
    answer: signedList,
    refusals: ['sign-in-required', 'trust-list-unavailable'],
  })
  keptTrustList(): string {
    const token = this.trustList.signed();
    if (token === undefined) throw new RefusedError(refuse('trust-list-unavailable'));
    return token;
  }
}

function asFile(receipt: Receipt, reply: FastifyReply): string {
  reply.header('content-disposition', `attachment; filename="${receiptFile(receipt)}"`);
  return `${JSON.stringify(receipt, null, 2)}\n`;
}
