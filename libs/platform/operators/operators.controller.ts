import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import type { z } from 'zod';
import { uuid } from '#protocol';
import { Operation } from '../openapi/operation.ts';
import { NetworkOptions } from '../participant/network-options.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import type { SignedInOperator } from './operator.ts';
import { invitationsView, invitationView, inviteBody, operatorsView, ownView, rightBody } from './operator-forms.ts';
import { ActingOperator, OperatorMay } from './operator-may.ts';
import { OperatorsService } from './operators.service.ts';

@Controller('operator')
export class OperatorsController {
  constructor(
    private readonly operators: OperatorsService,
    private readonly network: NetworkOptions,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID' | 'PARTICIPANT_NAME'>,
  ) {}

  @Get('me')
  @OperatorMay('viewer')
  @Operation({ summary: 'Who is signed in, what that one may do, and where', security: 'operator', answer: ownView })
  me(@ActingOperator() { id, name, may, expiresAt }: SignedInOperator): z.output<typeof ownView> {
    const { PARTICIPANT_ID, PARTICIPANT_NAME } = this.settings;
    const participant = { id: PARTICIPANT_ID, name: PARTICIPANT_NAME };
    return { id, name, may, sessionExpiresAt: expiresAt, role: this.network.role, participant };
  }

  @Get('operators')
  @OperatorMay('admin')
  @Operation({ summary: 'Who operates this node', security: 'operator', answer: operatorsView })
  async list() {
    return { operators: await this.operators.list() };
  }

  @Post('invitations')
  @OperatorMay('admin')
  @Operation({
    summary: 'Invite an operator, by a one-time code that is shown once',
    description: 'Valid for 24 hours. Who names it sets a passkey up and is an operator from then on.',
    security: 'operator',
    answer: invitationView,
    refusals: ['operator-name-taken'],
  })
  invite(
    @Body({ schema: inviteBody }) { name, may }: z.output<typeof inviteBody>,
    @ActingOperator() by: SignedInOperator,
  ) {
    return this.operators.invite(name, may, by);
  }

  @Get('invitations')
  @OperatorMay('admin')
  @Operation({
    summary: 'Invitations that nobody has joined by yet, the first to expire first',
    security: 'operator',
    answer: invitationsView,
  })
  async invitations() {
    return { invitations: await this.operators.invitations() };
  }

  @Delete('invitations/:id')
  @HttpCode(204)
  @OperatorMay('admin')
  @Operation({
    summary: 'Withdraw an invitation: nobody joins by it any more',
    security: 'operator',
    status: 204,
    refusals: ['not-found'],
  })
  async withdraw(@Param('id', { schema: uuid }) id: string, @ActingOperator() by: SignedInOperator): Promise<void> {
    await this.operators.withdraw(id, by);
  }

  @Patch('operators/:id')
  @HttpCode(204)
  @OperatorMay('admin')
  @Operation({
    summary: 'Change what an operator may do',
    security: 'operator',
    status: 204,
    refusals: ['not-found', 'last-admin'],
  })
  async change(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: rightBody }) { may }: z.output<typeof rightBody>,
    @ActingOperator() by: SignedInOperator,
  ): Promise<void> {
    await this.operators.change(id, may, by);
  }

  @Delete('operators/:id')
  @HttpCode(204)
  @OperatorMay('admin')
  @Operation({
    summary: 'Remove an operator, and end all sessions of that one',
    security: 'operator',
    status: 204,
    refusals: ['not-found', 'last-admin'],
  })
  async remove(@Param('id', { schema: uuid }) id: string, @ActingOperator() by: SignedInOperator): Promise<void> {
    await this.operators.remove(id, by);
  }
}
