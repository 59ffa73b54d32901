import type { Act } from './act.ts';
import { bankHearsOf } from './consent-acts.ts';
import { isRefused } from './data-asks.ts';

export const refusedWhilePaused: Act = {
  name: 'while it is paused the consent manager refuses',
  spanMs: 25,
  run: (story) => isRefused(story, 'consent-paused'),
};

export const refusedByManager: Act = {
  name: 'the consent manager refuses',
  spanMs: 20,
  run: (story) => isRefused(story, 'consent-revoked'),
};

export const refusedByBank: Act = {
  name: 'the bank refuses what was authorised before',
  spanMs: 60,
  async run(story, books) {
    await bankHearsOf(story, books, 'REVOKED');
    const held = story.journal.get('held');
    await story.insist(() => story.lender.fetchHeld(held, false));
    const { sessions } = await story.until(
      () => story.lender.fetched(held),
      ({ state }) => state === 'FAILED',
      'the end of what was held',
    );
    const { code } = sessions[0]?.refusal ?? {};
    // By a wrong clock its token may be over before anybody looks at the consent.
    if (code !== 'consent-revoked' && !story.at.clocks.wereWrong) throw new Error(`refused with ${code}`);
  },
};

export const refusedOnceErased: Act = {
  name: 'nothing more is to be had',
  spanMs: 20,
  // What was erased as she withdrew the lender does not even ask for.
  run: (story) => isRefused(story, 'consent-revoked', 'data-erased'),
};
