import { Body, Controller, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { earlierOf, type StatusAct, statusActs } from '#domain';
import { ApiKeyGuard, Operation } from '#platform';
import { kid, PARTICIPANT_DESCRIPTION, type Participant, participantDescription, participantId } from '#protocol';
import { compromise, participantsView, participantView } from './participant-view.ts';
import { ParticipantsService } from './participants.service.ts';

const answer = participantView;
const security = 'api-key';

@Controller('participants')
export class ParticipantsController {
  constructor(private readonly participants: ParticipantsService) {}

  @Get()
  @Operation({ summary: 'Who is in the network', answer: participantsView, security: 'none' })
  async list(): Promise<{ participants: Participant[] }> {
    return { participants: await this.participants.list() };
  }

  @Put()
  @UseGuards(ApiKeyGuard)
  @Operation({
    summary: 'Enrol a participant, or take over its new description',
    description:
      'The body is what the participant serves at GET /participant-description. Keys it no longer names retire.',
    body: { typ: PARTICIPANT_DESCRIPTION, payload: participantDescription },
    answer,
    security,
    refusals: ['signature-invalid', 'key-not-listed', 'key-not-acceptable', 'description-outdated'],
  })
  enrol(@Body() description: string): Promise<Participant> {
    return this.participants.enrol(description);
  }

  @Post(':id/:act')
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  @Operation({
    summary: 'Suspend, reinstate or withdraw a participant',
    answer,
    status: 200,
    security,
    refusals: ['participant-unknown', 'status-change-not-allowed'],
  })
  changeStatus(
    @Param('id', { schema: participantId }) id: string,
    @Param('act', { schema: z.enum(statusActs) }) act: StatusAct,
  ): Promise<Participant> {
    return this.participants.changeStatus(id, act);
  }

  @Post(':id/keys/:kid/retire')
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  @Operation({
    summary: 'Retire a key: it signs nothing new, and what it signed stays true',
    answer,
    status: 200,
    security,
    refusals: ['participant-unknown'],
  })
  retireKey(
    @Param('id', { schema: participantId }) id: string,
    @Param('kid', { schema: kid }) key: string,
  ): Promise<Participant> {
    return this.participants.markKey(id, key, (now) => ({ retiredAt: now }));
  }

  @Post(':id/keys/:kid/compromise')
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  @Operation({
    summary: 'Mark a key as compromised',
    description: 'What it signed counts only where it was witnessed before `since`.',
    answer,
    status: 200,
    security,
    refusals: ['participant-unknown'],
  })
  compromiseKey(
    @Param('id', { schema: participantId }) id: string,
    @Param('kid', { schema: kid }) key: string,
    @Body({ schema: compromise }) { since }: z.output<typeof compromise>,
  ): Promise<Participant> {
    return this.participants.markKey(id, key, (now) => ({ compromisedSince: earlierOf(since ?? now, now) }));
  }
}
