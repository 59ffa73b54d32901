import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { type RefusalCode, RefusedError, refusalCodes, refuse, tellStory } from '#domain';
import { Operation, OperatorMay, pageLimit, RoleStanding, type Story, StoryStore, storyView } from '#platform';
import { uuid } from '#protocol';
import { RefusalCounts } from '../refusals/refusal-counts.ts';
import { SessionPages, sessionsView } from './session-pages.ts';

const sessionsQuery = z.strictObject({
  state: z.enum(['live', 'past']).default('past'),
  after: uuid.optional(),
  limit: pageLimit,
});
const days = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
  .pipe(z.number().max(400))
  .prefault('30');
const refusalsQuery = z.strictObject({ days });
const codes = Object.keys(refusalCodes) as [RefusalCode, ...RefusalCode[]];
const refusalsView = z
  .strictObject({
    refusals: z.array(
      z.strictObject({
        day: z.string(),
        code: z.enum(codes),
        title: z.string(),
        next: z.string().describe('What whoever was refused can do.'),
        refusals: z.int(),
      }),
    ),
  })
  .meta({ id: 'RefusalsByDay' });

@Controller('operator')
@OperatorMay('viewer')
export class ServedSessionsController {
  constructor(
    private readonly pages: SessionPages,
    private readonly stories: StoryStore,
    private readonly counts: RefusalCounts,
    private readonly standing: RoleStanding,
  ) {}

  @Get('data-sessions')
  @Operation({ summary: 'Data sessions, live or past, newest first', security: 'operator', answer: sessionsView })
  list(@Query({ schema: sessionsQuery }) { state, limit, after }: z.output<typeof sessionsQuery>) {
    return this.pages.read(state === 'live', limit, after);
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
    return { steps: tellStory(facts, { as: 'data-provider', nameOf: (of) => this.standing.nameOf(of) }) };
  }

  @Get('refusals')
  @Operation({
    summary: 'How often calls on data sessions were refused, by day (UTC) and code',
    description: 'Written down every few seconds. That something is not there yet does not count.',
    security: 'operator',
    answer: refusalsView,
  })
  async refusals(@Query({ schema: refusalsQuery }) query: z.output<typeof refusalsQuery>) {
    const found = await this.counts.list(query.days);
    return {
      refusals: found.map((one) => ({ ...one, title: refusalCodes[one.code][1], next: refusalCodes[one.code][2] })),
    };
  }
}
