import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { activeKids, allKeys, rotateAll } from '../support/signing-keys.ts';
import { Books } from './books.ts';
import { FaultNetwork, requireBuild } from './fault-network.ts';
import { checkEnd, checkKept } from './invariants.ts';
import { Journal } from './journal.ts';
import { Story } from './story.ts';
import { momentOf, tellStory } from './tell-story.ts';

/** How long after the next keys were made every role dies: before they are listed, during the overlap, as they take over. */
const moments = [400, 1500, 2800];

describe('where every role is killed while all their keys rotate', () => {
  let network: FaultNetwork;
  let books: Books;

  beforeAll(async () => {
    await requireBuild();
    network = await FaultNetwork.start(moments.map((_, at) => at + 1));
    books = await Books.open(network.network);
  }, 120_000);
  afterAll(async () => {
    await books?.close();
    await network?.stop();
  });

  it.each(moments.map((afterMs, at) => [afterMs, at + 1] as const))(
    '%i ms into it: the rotation comes to its end after the restart, and nothing under way is lost',
    async (afterMs, seed) => {
      const story = new Story(network, new Journal(), seed);
      try {
        const { ended } = tellStory(story, books, momentOf(seed));
        const made = await rotateAll(network.network);
        await sleep(afterMs);
        await network.cutPower();
        const states = (await allKeys(network.network)).filter(({ kid }) => made.includes(kid));
        story.journal.note(`— killed: ${states.map(({ use, state }) => `${use} ${state}`).join(', ')}`);
        await network.restart();
        await checkKept(story);
        expect(await books.findWrong(), 'lost, dead or twice').toEqual([]);
        network.restorePower();
        await ended;
        await checkEnd(story, books);
        const wanted = made.toSorted();
        const isDone = async () => expect((await activeKids(network.network)).toSorted()).toEqual(wanted);
        await vi.waitFor(isDone, { timeout: 60_000, interval: 250 });
      } catch (error) {
        throw new Error(`${error}\n${story.journal}\n${network.complaints()}`, { cause: error });
      } finally {
        network.restorePower();
        await story.close();
      }
    },
    180_000,
  );
});
