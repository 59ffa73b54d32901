import { z } from 'zod';
import { instant, uuid } from '#protocol';
import { type TimelineKind, timelineWords } from './timeline-words.ts';

const kinds = Object.keys(timelineWords) as [TimelineKind, ...TimelineKind[]];

/** Answer of `GET /me/timeline`. */
export const timelinePage = z.strictObject({
  entries: z.array(
    z.strictObject({
      id: uuid,
      at: instant,
      kind: z.enum(kinds),
      text: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  /** `before` of the page that follows; null where there is none. */
  next: uuid.nullable(),
});
