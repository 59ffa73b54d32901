import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { Operation } from '#platform';
import { instant, participantId, uuid, uuidv7 } from '#protocol';
import { SignedInGuard } from '../principal-sessions/signed-in.guard.ts';
import { SignedIn, type SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { kindsOf, timelineGroups } from './timeline-groups.ts';
import { timelinePage } from './timeline-page.ts';
import { TimelineStore } from './timeline-store.ts';

const query = z.strictObject({
  kind: z.enum(timelineGroups).optional().describe('What the entries are about.'),
  participant: participantId.optional(),
  consent: uuid.optional(),
  from: instant.optional(),
  to: instant.optional().describe('Exclusive.'),
  before: uuidv7.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

@Controller('me/timeline')
@UseGuards(SignedInGuard)
export class TimelineController {
  constructor(private readonly timeline: TimelineStore) {}

  @Get()
  @Operation({
    summary: 'What happened to her data, newest first',
    description: 'Page by key: pass the id of the last entry as `before`.',
    security: 'session',
    answer: timelinePage,
    refusals: ['sign-in-required'],
  })
  async page(
    @SignedIn() { principalId }: SignedInPrincipal,
    @Query({ schema: query }) { kind, ...page }: z.output<typeof query>,
  ) {
    const kinds = kind && kindsOf(kind);
    const entries = await this.timeline.page(principalId, { ...page, kinds });
    const last = entries.length === page.limit ? entries.at(-1) : undefined;
    return { entries, next: last?.id ?? null };
  }
}
