import { Controller, Get, UseGuards } from '@nestjs/common';
import { Operation } from '#platform';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { dataHolders } from './data-holder-answers.ts';
import { DataHoldersService } from './data-holders.service.ts';

@Controller('me/data-holders')
@UseGuards(SignedInGuard)
export class DataHoldersController {
  constructor(private readonly holders: DataHoldersService) {}

  @Get()
  @Operation({
    summary: 'Who holds what of her now: providers by her linked accounts, data users by what they received',
    security: 'session',
    answer: dataHolders,
    refusals: ['sign-in-required'],
  })
  of(@SignedIn() { principalId }: SignedInPrincipal) {
    return this.holders.of(principalId);
  }
}
