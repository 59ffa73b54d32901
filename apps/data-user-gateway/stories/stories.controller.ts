import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { type RefusalCode, RefusedError, refuse, tellStory } from '#domain';
import { ApiKeyGuard, Operation, type Story, StoryStore, storyView, TrustListCache } from '#platform';
import { uuid } from '#protocol';

/** What happened, step by step, with what failed, why, and what can be done. */
@Controller()
@UseGuards(ApiKeyGuard)
export class StoriesController {
  constructor(
    private readonly stories: StoryStore,
    private readonly trustList: TrustListCache,
  ) {}

  @Get('consents/:id/story')
  @Operation({
    summary: 'What a consent went through, step by step',
    security: 'api-key',
    answer: storyView,
    refusals: ['consent-unknown'],
  })
  ofConsent(@Param('id', { schema: uuid }) id: string): Promise<Story> {
    return this.tell(id, 'consent-unknown');
  }

  @Get('data-requests/:id/story')
  @Operation({
    summary: 'What a data request and its sessions went through',
    security: 'api-key',
    answer: storyView,
    refusals: ['not-found'],
  })
  ofRequest(@Param('id', { schema: uuid }) id: string): Promise<Story> {
    return this.tell(id, 'not-found');
  }

  @Get('data-sessions/:id/story')
  @Operation({
    summary: 'What a data session went through',
    security: 'api-key',
    answer: storyView,
    refusals: ['session-unknown'],
  })
  ofSession(@Param('id', { schema: uuid }) id: string): Promise<Story> {
    return this.tell(id, 'session-unknown');
  }

  private async tell(id: string, unknown: RefusalCode): Promise<Story> {
    const facts = await this.stories.find(id);
    if (facts === undefined) throw new RefusedError(refuse(unknown, id));
    const nameOf = (participant: string) => this.trustList.current()?.findParticipant(participant)?.name ?? participant;
    return { steps: tellStory(facts, { as: 'data-user', nameOf }) };
  }
}
