import { z } from 'zod';
import { instant, uuid } from '#protocol';
import { type TimelineType, timelineWords } from './timeline-words.ts';

const types = Object.keys(timelineWords) as [TimelineType, ...TimelineType[]];

/** Answer of `GET /me/timeline`. */
export const timelinePage = z.strictObject({
  entries: z.array(
    z.strictObject({
      id: uuid,
      at: instant,
      type: z.enum(types),
      text: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  /** `before` of the page that follows; null where there is none. */
  next: uuid.nullable(),
});
