import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { Operation } from '#platform';
import { instant, participantId, uuid } from '#protocol';
import { oneTimeCode } from '../one-time-codes/one-time-code.ts';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { AccountDiscovery } from './account-discovery.ts';
import { accountLinkAnswer, showAccountLink } from './account-link-answer.ts';
import { AccountLinkEnding } from './account-link-ending.ts';
import { AccountLinksService } from './account-links.service.ts';
import { LinkEndWords, linkEnds } from './link-ends.ts';
import { TellEndedLinks } from './tell-ended-links.ts';

const discovery = z.strictObject({ dataProvider: participantId });
const discovered = z.strictObject({ linkRequestId: uuid, expiresAt: instant });
const confirmation = z.strictObject({ linkRequestId: uuid, code: oneTimeCode });
const accountLinks = z.strictObject({ links: z.array(accountLinkAnswer) });

@Controller('me/account-links')
@UseGuards(SignedInGuard)
export class AccountLinksController {
  constructor(
    private readonly discovery: AccountDiscovery,
    private readonly links: AccountLinksService,
    private readonly ending: AccountLinkEnding,
    private readonly telling: TellEndedLinks,
    private readonly words: LinkEndWords,
  ) {}

  @Post('discover')
  @HttpCode(202)
  @Operation({
    summary: 'Asks a data provider to look for her accounts',
    description: 'Answered alike whether or not she is known there. If so, the provider sends her a code.',
    security: 'session',
    status: 202,
    answer: discovered,
    refusals: ['sign-in-required', 'contact-not-verified', 'participant-not-active', 'peer-unavailable'],
  })
  discover(
    @SignedIn() { principalId }: SignedInPrincipal,
    @Body({ schema: discovery }) body: z.output<typeof discovery>,
  ) {
    return this.discovery.discover(principalId, body.dataProvider);
  }

  @Post('confirm')
  @HttpCode(200)
  @Operation({
    summary: 'Links the accounts, with the code of the data provider',
    security: 'session',
    status: 200,
    answer: accountLinks,
    refusals: ['sign-in-required', 'code-wrong-or-expired', 'peer-unavailable'],
  })
  async confirm(
    @SignedIn() { principalId }: SignedInPrincipal,
    @Body({ schema: confirmation }) { linkRequestId, code }: z.output<typeof confirmation>,
  ) {
    const linked = await this.links.confirm(principalId, linkRequestId, code);
    return { links: linked.map(showAccountLink) };
  }

  @Get()
  @Operation({
    summary: 'Her linked accounts',
    security: 'session',
    answer: accountLinks,
    refusals: ['sign-in-required'],
  })
  async list(@SignedIn() { principalId }: SignedInPrincipal) {
    return { links: (await this.links.list(principalId)).map(showAccountLink) };
  }

  @Get(':id/ends')
  @Operation({
    summary: 'What ending a link would end with it',
    security: 'session',
    answer: linkEnds,
    refusals: ['sign-in-required', 'link-unknown'],
  })
  async ends(@SignedIn() { principalId }: SignedInPrincipal, @Param('id', { schema: uuid }) id: string) {
    const { link, consents } = await this.ending.foresee(principalId, id);
    return { link: showAccountLink(link), consents: consents.map((end) => this.words.show(end)) };
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    summary: 'Ends a link, and the consents as far as they use it',
    description: 'The data provider is told at once, or as soon as it can be reached.',
    security: 'session',
    status: 204,
    refusals: ['sign-in-required', 'link-unknown'],
  })
  async end(@SignedIn() { principalId }: SignedInPrincipal, @Param('id', { schema: uuid }) id: string): Promise<void> {
    await this.ending.endFor(principalId, id);
    await this.telling.soon();
  }
}
