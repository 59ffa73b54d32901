import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Books } from './books.ts';
import { FaultNetwork, requireBuild } from './fault-network.ts';
import { checkEnd, checkKept } from './invariants.ts';
import { Journal } from './journal.ts';
import { Story } from './story.ts';
import { type Moment, momentOf, tellStory } from './tell-story.ts';

/** FAULT_SEED=7 replays one moment, FAULT_SEED=26-125 tries a hundred others. */
function readSeeds(text = '1-25'): number[] {
  const [first = 1, last = first] = text.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const describeMoment = ({ act, delayMs }: Moment) =>
  delayMs === undefined ? `as «${act}» is answered` : `${delayMs} ms into «${act}»`;

const seeds = readSeeds(process.env['FAULT_SEED']);

describe('where every role is killed at once', () => {
  let network: FaultNetwork;
  let books: Books;
  let unanswered = 0;

  beforeAll(async () => {
    await requireBuild();
    network = await FaultNetwork.start(seeds);
    books = await Books.open(network.network);
  }, 120_000);
  afterAll(async () => {
    await books?.close();
    await network?.stop();
  });

  for (const seed of seeds) {
    const moment = momentOf(seed);
    it(`moment ${seed}, ${describeMoment(moment)}: what was promised is kept, nothing is done twice`, async () => {
      const journal = new Journal();
      const story = new Story(network, journal, seed);
      try {
        await interrupt(story, moment);
      } catch (error) {
        const said = network.complaints();
        await network.cutPower();
        await network.restart();
        throw new Error(`${error}\nAgain: FAULT_SEED=${seed} npm test -- test/faults\n${journal}\n${said}`, {
          cause: error,
        });
      } finally {
        network.restorePower();
        await story.close();
      }
      unanswered += story.unanswered;
    }, 180_000);
  }

  it.skipIf(seeds.length < 25)('the kills fell into calls that were under way, not between them alone', () => {
    expect(unanswered).toBeGreaterThan(5);
  });

  async function interrupt(story: Story, moment: Moment): Promise<void> {
    const { come, ended } = tellStory(story, books, moment);
    await Promise.race([come, ended.then(() => come)]);
    story.journal.note('— every role is killed');
    await network.cutPower();
    await network.restart();
    story.journal.note('— every role is back');
    await checkKept(story);
    expect(await books.findWrong(), 'lost, dead or twice').toEqual([]);
    network.restorePower();
    await ended;
    await checkEnd(story, books);
  }
});
