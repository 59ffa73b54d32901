import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { earlierOf, type StatusAct, statusActs } from '#domain';
import { ActingOperator, Operation, OperatorMay, pageLimit, type SignedInOperator } from '#platform';
import { kid, type Participant, participantId } from '#protocol';
import { compromise, participantView } from '../participants/participant-view.ts';
import { ParticipantsService } from '../participants/participants.service.ts';

const participantsQuery = z.strictObject({ after: participantId.optional(), limit: pageLimit });
const participantsPage = z
  .strictObject({ participants: z.array(participantView), next: participantId.nullable() })
  .meta({ id: 'ParticipantsPage' });
const answer = participantView;

/** The same acts as with the key of the registry's own systems, by an operator whom the audit trail names. */
@Controller('operator/participants')
export class OperatedParticipantsController {
  constructor(private readonly participants: ParticipantsService) {}

  @Get()
  @OperatorMay('viewer')
  @Operation({ summary: 'Who is in the network', security: 'operator', answer: participantsPage })
  async list(@Query({ schema: participantsQuery }) { limit, after }: z.output<typeof participantsQuery>) {
    const found = await this.participants.page(limit + 1, after);
    const participants = found.slice(0, limit);
    return { participants, next: found.length > limit ? (participants.at(-1)?.id ?? null) : null };
  }

  @Post(':id/:act')
  @HttpCode(200)
  @OperatorMay('admin')
  @Operation({
    summary: 'Suspend, reinstate or withdraw a participant',
    security: 'operator',
    answer,
    status: 200,
    refusals: ['participant-unknown', 'status-change-not-allowed'],
  })
  changeStatus(
    @Param('id', { schema: participantId }) id: string,
    @Param('act', { schema: z.enum(statusActs) }) act: StatusAct,
    @ActingOperator() by: SignedInOperator,
  ): Promise<Participant> {
    return this.participants.changeStatus(id, act, by.id);
  }

  @Post(':id/keys/:kid/retire')
  @HttpCode(200)
  @OperatorMay('admin')
  @Operation({
    summary: 'Retire a key: it signs nothing new, and what it signed stays true',
    security: 'operator',
    answer,
    status: 200,
    refusals: ['participant-unknown'],
  })
  retireKey(
    @Param('id', { schema: participantId }) id: string,
    @Param('kid', { schema: kid }) key: string,
    @ActingOperator() by: SignedInOperator,
  ): Promise<Participant> {
    return this.participants.markKey(id, key, (now) => ({ retiredAt: now }), by.id);
  }

  @Post(':id/keys/:kid/compromise')
  @HttpCode(200)
  @OperatorMay('admin')
  @Operation({
    summary: 'Mark a key as compromised',
    description: 'What it signed counts only where it was witnessed before `since`.',
    security: 'operator',
    answer,
    status: 200,
    refusals: ['participant-unknown'],
  })
  compromiseKey(
    @Param('id', { schema: participantId }) id: string,
    @Param('kid', { schema: kid }) key: string,
    @Body({ schema: compromise }) { since }: z.output<typeof compromise>,
    @ActingOperator() by: SignedInOperator,
  ): Promise<Participant> {
    return this.participants.markKey(id, key, (now) => ({ compromisedSince: earlierOf(since ?? now, now) }), by.id);
  }
}
