import { setTimeout as sleep } from 'node:timers/promises';
import type { DataRequestView, FetchAsk } from '../../apps/network-node/clients/data-user-client.ts';
import type { Story } from './story.ts';

/** How often a data user asks again that was refused while a clock was wrong. */
const mostAttempts = 20;
const pauseMs = 300;

/**
 * Asks for data until it stands where it should. While a clock is wrong a data user is refused what it may have: once
 * the clock is right it asks anew; what was authorised already it only fetches once more, for that spends no further use.
 *
 * @throws where it was refused otherwise
 */
export async function askUntil(
  story: Story,
  ask: FetchAsk,
  key: string,
  isWanted: (view: DataRequestView) => boolean,
): Promise<DataRequestView> {
  for (let attempt = 1; ; attempt++) {
    const { id } = await story.insist(() => story.lender.fetch(ask, { key: `${key}-${attempt}` }));
    const isSettled = (view: DataRequestView) => isWanted(view) || isEnded(view);
    const view = await story.until(() => story.lender.fetched(id), isSettled, 'an answer to the data request');
    if (isWanted(view)) return view;
    if (!mayTryAgain(story, attempt)) throw new Error(`asked for data: ${describeEnd(view)}`);
    if (isAuthorised(view)) return retryUntil(story, view, isWanted);
    story.journal.note(`asked while a clock was wrong: ${describeEnd(view)}`);
    await sleep(pauseMs);
  }
}

/** Fetches once more what failed while a clock was wrong, under the use that was spent. */
export async function retryUntil(
  story: Story,
  failed: DataRequestView,
  isWanted: (view: DataRequestView) => boolean,
): Promise<DataRequestView> {
  let view = failed;
  for (let attempt = 1; !isWanted(view); attempt++) {
    if (!mayTryAgain(story, attempt)) throw new Error(`the data did not come: ${describeEnd(view)}`);
    story.journal.note(`fetched while a clock was wrong: ${describeEnd(view)}`);
    await sleep(pauseMs);
    await story.insist(() => story.lender.retryFetch(view.id));
    view = await story.until(() => story.lender.fetched(view.id), isEnded, 'the data, once more');
  }
  return view;
}

const mayTryAgain = ({ at }: Story, attempt: number) => at.clocks.wereWrong && attempt <= mostAttempts;

/** Asked of the consent manager whatever the lender itself knows; the same ask however often it is sent. */
export async function isRefused(story: Story, ...codes: readonly string[]): Promise<void> {
  const ask = { consentId: story.journal.get('heard'), ownCheck: false };
  const isIt = ({ refusal }: DataRequestView) => codes.includes(refusal?.code ?? '');
  await askUntil(story, ask, `${codes[0]}-${story.seed}`, isIt);
}

export const isEnded = ({ state }: DataRequestView) => !['PENDING', 'AUTHORISED', 'FETCHING'].includes(state);
export const isUnderWay = ({ state }: DataRequestView) => ['FETCHING', 'COMPLETED', 'PARTIAL'].includes(state);
export const isComplete = ({ state }: DataRequestView) => state === 'COMPLETED';
const isAuthorised = ({ sessions }: DataRequestView) => sessions.length > 0;

export function describeEnd({ state, refusal, sessions }: DataRequestView): string {
  return `${state}, ${refusal?.code ?? sessions.map((session) => session.refusal?.code ?? session.state).join(', ')}`;
}
