import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { RefusedError, refuse, tellStory } from '#domain';
import { Operation, OperatorMay, pageLimit, RoleStanding, type Story, StoryStore, storyView } from '#platform';
import { uuid } from '#protocol';
import { ConsentPages, consentsPage } from './consent-pages.ts';
import { erasuresView, FetchedPages, fetchedPage } from './fetched-pages.ts';

const pageQuery = z.strictObject({ after: uuid.optional(), limit: pageLimit });
const erasuresQuery = z.strictObject({ limit: pageLimit });

@Controller('operator')
@OperatorMay('viewer')
export class FetchedDataController {
  constructor(
    private readonly consents: ConsentPages,
    private readonly fetched: FetchedPages,
    private readonly stories: StoryStore,
    private readonly standing: RoleStanding,
  ) {}

  @Get('consents')
  @Operation({
    summary: 'Consents with what is left of them: uses in the present window, data life, end; newest first',
    security: 'operator',
    answer: consentsPage,
  })
  listConsents(@Query({ schema: pageQuery }) { limit, after }: z.output<typeof pageQuery>) {
    return this.consents.read(limit, after);
  }

  @Get('data-sessions')
  @Operation({ summary: 'Data sessions, newest first', security: 'operator', answer: fetchedPage })
  listSessions(@Query({ schema: pageQuery }) { limit, after }: z.output<typeof pageQuery>) {
    return this.fetched.read(limit, after);
  }

  @Get('data-sessions/:id/story')
  @Operation({
    summary: 'What a data session went through, step by step',
    security: 'operator',
    answer: storyView,
    refusals: ['session-unknown'],
  })
  async story(@Param('id', { schema: uuid }) id: string): Promise<Story> {
    const facts = await this.stories.find(id);
    if (facts === undefined) throw new RefusedError(refuse('session-unknown', id));
    return { steps: tellStory(facts, { as: 'data-user', nameOf: (of) => this.standing.nameOf(of) }) };
  }

  @Get('erasures')
  @Operation({
    summary: 'What has to be erased when, and what should be gone and is not',
    security: 'operator',
    answer: erasuresView,
  })
  erasures(@Query({ schema: erasuresQuery }) { limit }: z.output<typeof erasuresQuery>) {
    return this.fetched.erasures(limit);
  }
}
