import { z } from 'zod';
import { sessionStates } from '#domain';
import { digest, instant, participantId, uuid } from '#protocol';
import { withoutNulls } from '../api/api-forms.ts';
import type { HandOver } from '../hand-over/hand-over.ts';
import { describeHandOver, handOverView } from '../hand-over/hand-over-view.ts';
import { describeRefusal, refusalView } from '../refusals/refusal-view.ts';
import type { SessionStanding } from './fetched-session.ts';

export const sessionView = z
  .strictObject({
    sessionId: uuid,
    dataProvider: participantId,
    /** The session of which this one fetches once more what failed. */
    retryOf: uuid.optional(),
    state: z.enum(sessionStates),
    partsReceived: z.int(),
    /** That fit the schema of their type, and are kept. */
    records: z.int(),
    /** What came and did not fit: it was not kept. `path` and `keyword` say what was wrong with the first. */
    misfits: z
      .array(
        z.strictObject({
          account: uuid,
          dataType: z.string(),
          misfits: z.int(),
          path: z.string(),
          keyword: z.string(),
        }),
      )
      .optional(),
    /** Per account, as the manifest has it. */
    accounts: z.array(z.looseObject({ account: uuid, outcome: z.string() })).optional(),
    manifestDigest: digest.optional(),
    receivedAt: instant.optional(),
    eraseBy: instant.optional(),
    erasedAt: instant.optional(),
    refusal: refusalView.optional(),
    /** Where its records were handed on to, and how that stands. */
    handOvers: z.array(handOverView),
  })
  .meta({ id: 'FetchedSession' });

export type SessionView = z.output<typeof sessionView>;

/** @param handOvers of any session: its own are picked */
export function describeSession(session: SessionStanding, handOvers: readonly HandOver[]): SessionView {
  const { id: sessionId, provider: dataProvider, state, nextPart: partsReceived, records, accounts } = session;
  const { manifestDigest, receivedAt, eraseBy, erasedAt, refusal, misfits } = session;
  const view = withoutNulls({
    ...{
      sessionId,
      dataProvider,
      retryOf: session.retryOf,
      state,
      partsReceived,
      records,
      misfits,
      accounts,
      manifestDigest,
    },
    ...{ receivedAt, eraseBy, erasedAt, refusal: refusal === null ? null : describeRefusal(refusal) },
    handOvers: handOvers.filter((one) => one.sessionId === sessionId).map(describeHandOver),
  });
  // The same JSON; the type of the view is that of the published schema.
  return view as unknown as SessionView;
}
