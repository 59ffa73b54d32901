import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, UseGuards } from '@nestjs/common';
import type { z } from 'zod';
import { mostStandingChoices } from '#domain';
import { Clock, Operation } from '#platform';
import { uuid } from '#protocol';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { RenewalsService } from './renewals.service.ts';
import { showChoice } from './show-choice.ts';
import { changedChoice, newChoice, renewal, standingChoice, standingChoices } from './standing-choice-answers.ts';
import { StandingChoicesService } from './standing-choices.service.ts';

const refusals = [
  'sign-in-required',
  'sign-in-not-fresh',
  'passkey-required',
  'purpose-unknown',
  'data-type-unknown',
  'terms-contradictory',
  'account-not-yours',
  'consent-unknown',
] as const;

@Controller('me')
@UseGuards(SignedInGuard)
export class MyStandingChoicesController {
  constructor(
    private readonly choices: StandingChoicesService,
    private readonly renewals: RenewalsService,
    private readonly clock: Clock,
  ) {}

  @Get('standing-choices')
  @Operation({
    summary: 'The rules of hers that decide for her',
    security: 'session',
    answer: standingChoices,
    refusals: ['sign-in-required'],
  })
  async list(@SignedIn() { principalId }: SignedInPrincipal) {
    const choices = await this.choices.listOf(principalId);
    return { choices: choices.map((choice) => this.show(choice)), most: mostStandingChoices };
  }

  @Post('standing-choices')
  @Operation({
    summary: 'Sets a rule that decides for her',
    description:
      'A no goes before every yes; emergency access does not wait for the end of quiet hours, all else does. ' +
      'Her sign-in must be at most 15 minutes ago; where a rule says yes for one who has a passkey, it must be by that.',
    security: 'session',
    answer: standingChoice,
    refusals: [...refusals, 'too-many-standing-choices'],
  })
  async set(
    @SignedIn() person: SignedInPrincipal,
    @Body({ schema: newChoice }) { name, rule }: z.output<typeof newChoice>,
  ) {
    return this.show(await this.choices.set(person, name, rule));
  }

  @Patch('standing-choices/:id')
  @Operation({
    summary: 'Changes a rule, or turns it on or off',
    description:
      'Off alone needs no recent sign-in. All else makes a new version, whose uses count from none; a rule stays of its kind.',
    security: 'session',
    answer: standingChoice,
    refusals: [...refusals, 'standing-choice-unknown'],
  })
  async change(
    @SignedIn() person: SignedInPrincipal,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: changedChoice }) change: z.output<typeof changedChoice>,
  ) {
    return this.show(await this.choices.change(person, id, change));
  }

  @Delete('standing-choices/:id')
  @HttpCode(204)
  @Operation({
    summary: 'Removes a rule; the consents it gave stay',
    security: 'session',
    status: 204,
    refusals: ['sign-in-required', 'standing-choice-unknown'],
  })
  async remove(@SignedIn() person: SignedInPrincipal, @Param('id', { schema: uuid }) id: string): Promise<void> {
    await this.choices.remove(person, id);
  }

  @Post('consents/:id/renew')
  @Operation({
    summary: 'Says that she would give this consent again',
    description:
      'Only its data user can ask anew. When it does, for no more than this consent gave, this rule says yes for her.',
    security: 'session',
    answer: standingChoice,
    refusals: [
      'sign-in-required',
      'sign-in-not-fresh',
      'consent-unknown',
      'consent-revoked',
      'too-many-standing-choices',
    ],
  })
  async renew(
    @SignedIn() person: SignedInPrincipal,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: renewal }) limits: z.output<typeof renewal>,
  ) {
    return this.show(await this.renewals.allow(person, id, limits));
  }

  private show(choice: Parameters<typeof showChoice>[0]) {
    return showChoice(choice, this.clock.now());
  }
}
