import { z } from 'zod';
import {
  accountOutcomes,
  type RefusalCode,
  refusalCodes,
  retryHelps,
  type StoryStep,
  sessionFindings,
  storyActors,
  storyKinds,
} from '#domain';
import { instant, uuid } from '#protocol';

const codes = Object.keys(refusalCodes) as [RefusalCode, ...RefusalCode[]];

/** What a consent or a data session went through, step by step, as APIs and `assent story` answer it. */
export const storyView = z
  .strictObject({
    steps: z.array(
      z.strictObject({
        at: instant,
        who: z.string().describe('"you", "the person", or the name of a participant'),
        step: z.enum(storyKinds),
        what: z.string(),
        facts: z
          .strictObject({
            by: z.enum(storyActors),
            isReader: z.boolean(),
            name: z.string().optional().describe('Of the participant who did it, where it is not the reader.'),
            records: z.int().optional(),
            misfits: z.int().optional(),
            outcomes: z.partialRecord(z.enum(accountOutcomes), z.int()).optional(),
            until: instant.optional(),
            times: z.int().optional(),
          })
          .describe('What `who` and `what` are made of, to tell it in another language.'),
        sessionId: uuid.optional(),
        dataRequestId: uuid.optional(),
        failure: z
          .strictObject({
            code: z.enum([
              ...codes,
              ...accountOutcomes,
              ...sessionFindings,
              'hand-over-failed' as const,
              'erasure-overdue' as const,
            ]),
            why: z.string(),
            next: z.string(),
            retry: z.enum(retryHelps),
            how: z.string().optional(),
            detail: z.string().optional().describe('Ids and fields.'),
          })
          .optional(),
      }),
    ),
  })
  .meta({ id: 'Story' });

export interface Story {
  readonly steps: readonly StoryStep[];
}
