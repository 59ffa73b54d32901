import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { Caller, CallFrom, Operation } from '#platform';
import {
  type AccountLinkConfirmAnswer,
  type AccountLinkDiscoverAnswer,
  accountLinkConfirmAnswer,
  accountLinkConfirmMessage,
  accountLinkDiscoverAnswer,
  accountLinkDiscoverMessage,
  uuid,
} from '#protocol';
import { AccountDiscovery } from './account-discovery.ts';
import { AccountLinking } from './account-linking.ts';
import { AccountUnlinking } from './account-unlinking.ts';

@Controller('account-links')
export class AccountLinksController {
  constructor(
    private readonly discovery: AccountDiscovery,
    private readonly linking: AccountLinking,
    private readonly unlinking: AccountUnlinking,
  ) {}

  @Post('discover')
  @HttpCode(202)
  @Operation({
    summary: 'Look for a person’s accounts; a code goes to the contact on record',
    description: 'Answered alike whether or not the person is known here.',
    body: { typ: accountLinkDiscoverMessage.typ, payload: accountLinkDiscoverMessage.schema },
    answer: accountLinkDiscoverAnswer,
    status: 202,
  })
  discover(@Body() raw: string): Promise<AccountLinkDiscoverAnswer> {
    return this.discovery.discover(raw);
  }

  @Post(':linkRequestId/confirm')
  @HttpCode(200)
  @Operation({
    summary: 'Give the code and link the accounts it opens',
    body: { typ: accountLinkConfirmMessage.typ, payload: accountLinkConfirmMessage.schema },
    answer: accountLinkConfirmAnswer,
    status: 200,
    refusals: ['code-wrong-or-expired'],
  })
  confirm(@Param('linkRequestId') linkRequestId: string, @Body() raw: string): Promise<AccountLinkConfirmAnswer> {
    return this.linking.confirm(raw, linkRequestId);
  }

  @Delete(':linkId')
  @HttpCode(204)
  @CallFrom('consent-manager')
  @Operation({ summary: 'Unlink an account', security: 'call', status: 204, refusals: ['link-unknown'] })
  async unlink(@Param('linkId') linkId: string, @Caller() caller: Caller): Promise<void> {
    if (!uuid.safeParse(linkId).success) throw new RefusedError(refuse('link-unknown'));
    await this.unlinking.unlink(linkId, caller.participantId);
  }
}
