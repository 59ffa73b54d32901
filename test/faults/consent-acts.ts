import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsentState } from '#domain';
import type { Act } from './act.ts';
import type { Books } from './books.ts';
import { roles } from './fault.ts';
import { acknowledgeStanding } from './granting-acts.ts';
import type { Story } from './story.ts';

export const pause: Act = {
  name: 'she pauses',
  spanMs: 15,
  hearers: [roles.provider, roles.user],
  async run(story) {
    acknowledgeStanding(story, await story.insist(() => story.person.pause(story.journal.get('consent'))));
  },
};

export const resume: Act = {
  name: 'she resumes',
  spanMs: 15,
  hearers: [roles.provider, roles.user],
  async run(story) {
    acknowledgeStanding(story, await story.insist(() => story.person.resume(story.journal.get('consent'))));
  },
};

export const revoke: Act = {
  name: 'she withdraws',
  spanMs: 20,
  hearers: [roles.provider, roles.user],
  async run(story) {
    acknowledgeStanding(story, await story.insist(() => story.person.revoke(story.journal.get('consent'))));
    story.journal.acknowledge('withdrawnAt', performance.now());
  },
};

export const pauseMidway: Act = {
  ...pause,
  name: 'she pauses while the data is on its way',
  spanMs: 40,
  moments: 3,
};

export const revokeMidway: Act = {
  ...revoke,
  name: 'she withdraws what is half fetched',
  spanMs: 40,
  moments: 3,
};

/** What was sealed is still there, and is still asked for: nothing but the bank's own check stands between. */
export const nothingComes: Act = {
  name: 'the bank hears of it, and hands out nothing more',
  spanMs: 200,
  moments: 2,
  async run(story, books) {
    await bankHearsOf(story, books, 'PAUSED');
    await sleep(200);
  },
};

export const bankHears: Act = {
  name: 'the bank hears of it',
  spanMs: 20,
  run: (story, books) => bankHearsOf(story, books, 'REVOKED'),
};

export async function bankHearsOf(story: Story, books: Books, state: ConsentState): Promise<void> {
  const wanted = `${state} ${story.journal.get('standing').version}`;
  await story.until(
    () => books.standingAtProvider(story.journal.get('consent')),
    (standing) => standing === wanted,
    'the bank hears of it',
  );
}
