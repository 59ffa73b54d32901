import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestFolder } from '#testing';
import { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import { activeKids, allKeys, rotateAll } from '../support/signing-keys.ts';
import { Books } from './books.ts';
import { readComplaints } from './complaints.ts';
import { everyRole } from './fault.ts';
import { FaultNetwork } from './fault-network.ts';
import { Journal } from './journal.ts';
import { breakAndMend, findBroken, settle } from './play-round.ts';
import { requireBuild } from './require-build.ts';
import { Story } from './story.ts';
import { tellStory } from './tell-story.ts';

/** How long after the next keys were made every role dies: before they are listed, during the overlap, as they take over. */
const moments = [400, 1500, 2800];

describe('where every role is killed while all their keys rotate', () => {
  const cleanUp = new CleanUp();
  let network: FaultNetwork;

  beforeAll(async () => {
    await requireBuild();
    const folder = await createTestFolder();
    cleanUp.add(() => folder.remove());
    const seeds = moments.map((_, at) => at + 1);
    network = await FaultNetwork.start({ folder: join(folder.path, 'rotation'), seeds, queues: 'postgres' }, cleanUp);
  }, 120_000);
  afterAll(() => cleanUp.run());

  it.each(moments.map((afterMs, at) => [afterMs, at + 1] as const))(
    '%i ms into it: the rotation comes to its end after the restart, and nothing under way is lost',
    async (afterMs, seed) => {
      const story = new Story(network, new Journal(), seed);
      const books = Books.open(network.network);
      try {
        const { ended } = tellStory(story, books);
        const made = await rotateAll(network.network);
        await sleep(afterMs);
        const states = (await allKeys(network.network)).filter(({ kid }) => made.includes(kid));
        story.journal.note(`— ${states.map(({ use, state }) => `${use} ${state}`).join(', ')}`);
        expect(await breakAndMend(story, { kind: 'kill', target: everyRole, forMs: 0 })).toEqual([]);
        await ended;
        await settle(story, books);
        expect(await findBroken({ story, books })).toEqual([]);
        const wanted = made.toSorted();
        const isDone = async () => expect((await activeKids(network.network)).toSorted()).toEqual(wanted);
        await vi.waitFor(isDone, { timeout: 60_000, interval: 250 });
      } catch (error) {
        throw new Error(`${error}\n${story.journal}\n${readComplaints(network.network)}`, { cause: error });
      } finally {
        network.letOn();
        await Promise.all([story.close(), books.close()]);
      }
    },
    180_000,
  );
});
