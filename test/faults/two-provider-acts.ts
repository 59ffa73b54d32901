import { ProblemAnswer } from '../../apps/network-node/clients/json-client.ts';
import type { Act } from './act.ts';
import { describeEnd, isComplete, isEnded, retryUntil } from './data-asks.ts';
import { roles } from './fault.ts';
import { listHandedOver, readHandedOver } from './handed-over-files.ts';
import { digestsOf } from './records.ts';

/** The use is spent with it: were another taken for what is missing, there would be none left. */
export const receivePartly: Act = {
  name: 'the bank hands over all, the fund a part: its own system fails',
  spanMs: 600,
  moments: 4,
  hearers: [roles.manager],
  async run(story) {
    const { id } = story.journal.get('fetched');
    const fetched = await story.until(() => story.lender.fetched(id), isEnded, 'the data');
    if (fetched.state !== 'PARTIAL' && !story.at.clocks.wereWrong)
      throw new Error(`with half of the fund out of order: ${describeEnd(fetched)}`);
    story.journal.acknowledge('fetched', fetched);
  },
};

export const retryRest: Act = {
  name: 'the fund is well again, and the lender fetches what is missing under the same use',
  spanMs: 150,
  moments: 3,
  hearers: [roles.manager],
  async run(story) {
    const { id } = story.journal.get('fetched');
    story.at.ledger.isOutOfOrder = false;
    await story.insist(() => story.lender.retryFetch(id).catch(orNothingToRetry));
    const fetched = await story.until(() => story.lender.fetched(id), isEnded, 'the rest of the data');
    story.journal.acknowledge('fetched', await retryUntil(story, fetched, isComplete));
  },
};

/** Where the answer was lost it was begun all the same. */
function orNothingToRetry(error: unknown): void {
  if (!(error instanceof ProblemAnswer) || error.code !== 'nothing-to-retry') throw error;
}

export const handedOver: Act = {
  name: "the lender's own systems find the records in files",
  spanMs: 60,
  moments: 2,
  async run(story) {
    const { id } = story.journal.get('fetched');
    await story.until(
      () => story.lender.fetched(id),
      ({ sessions }) => sessions.flatMap(({ handOvers = [] }) => handOvers).every(({ state }) => state !== 'WAITING'),
      'the hand-over by file',
    );
    const files = listHandedOver(story.at.network, story.journal.get('heard'));
    const there = await digestsOf(readHandedOver(files));
    if (JSON.stringify(there) !== JSON.stringify(story.journal.get('records')))
      throw new Error(`${there.length} records are in ${files.length} files`);
  },
};
