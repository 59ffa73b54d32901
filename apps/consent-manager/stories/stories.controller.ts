import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { RefusedError, refuse, tellStory } from '#domain';
import { Operation, type Story, StoryStore, storyView } from '#platform';
import { uuid } from '#protocol';
import { ParticipantNames } from '../participants/participant-names.ts';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from '../principal-sessions/signed-in.ts';

@Controller('me')
@UseGuards(SignedInGuard)
export class StoriesController {
  constructor(
    private readonly stories: StoryStore,
    private readonly names: ParticipantNames,
  ) {}

  @Get('consents/:id/story')
  @Operation({
    summary: 'What a consent went through, step by step, with what failed and what can be done',
    security: 'session',
    answer: storyView,
    refusals: ['sign-in-required', 'consent-unknown'],
  })
  async ofConsent(@SignedIn() { principalId }: SignedInPrincipal, @Param('id', { schema: uuid }) id: string) {
    return this.tell(principalId, id, 'consent-unknown');
  }

  @Get('data-sessions/:id/story')
  @Operation({
    summary: 'What a fetch at one provider went through, step by step',
    security: 'session',
    answer: storyView,
    refusals: ['sign-in-required', 'session-unknown'],
  })
  async ofSession(@SignedIn() { principalId }: SignedInPrincipal, @Param('id', { schema: uuid }) id: string) {
    return this.tell(principalId, id, 'session-unknown');
  }

  private async tell(principalId: string, id: string, unknown: 'consent-unknown' | 'session-unknown'): Promise<Story> {
    const facts = await this.stories.find(id, principalId);
    if (facts === undefined) throw new RefusedError(refuse(unknown));
    return { steps: tellStory(facts, { as: 'data-principal', nameOf: (of) => this.names.of(of) }) };
  }
}
