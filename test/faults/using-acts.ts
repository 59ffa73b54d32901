import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsentState } from '#domain';
import type { DataRequestView, FetchAsk } from '../../apps/network-node/clients/data-user-client.ts';
import { ProblemAnswer } from '../../apps/network-node/clients/json-client.ts';
import type { Act } from './act.ts';
import type { Books } from './books.ts';
import { acknowledgeStanding } from './granting-acts.ts';
import { digestsOf } from './records.ts';
import type { Story } from './story.ts';

const askForData: Act = {
  name: 'the lender asks for data',
  spanMs: 45,
  async run(story) {
    const ask = { consentId: story.journal.get('heard'), ownCheck: false };
    story.journal.acknowledge('fetched', await askUntil(story, ask, `fetch-${story.seed}`, isUnderWay));
  },
};

const receive: Act = {
  name: 'the bank hands over, part by part',
  spanMs: 600,
  moments: 7,
  async run(story) {
    const { id } = story.journal.get('fetched');
    const fetched = await story.until(() => story.lender.fetched(id), isEnded, 'the data');
    if (fetched.state !== 'COMPLETED') throw new Error(`the data did not come: ${describeEnd(fetched)}`);
    story.journal.acknowledge('fetched', fetched);
  },
};

const read: Act = {
  name: 'the lender reads',
  spanMs: 60,
  async run(story) {
    const records = await story.insist(() => digestsOf(story.lender.records(story.journal.get('heard'))));
    story.journal.acknowledge('records', records);
  },
};

const pause: Act = {
  name: 'she pauses',
  spanMs: 15,
  async run(story) {
    acknowledgeStanding(story, await story.insist(() => story.person.pause(story.journal.get('consent'))));
  },
};

const refusedWhilePaused: Act = {
  name: 'while it is paused the consent manager refuses',
  spanMs: 25,
  run: (story) => isRefused(story, 'consent-paused'),
};

const resume: Act = {
  name: 'she resumes',
  spanMs: 15,
  async run(story) {
    acknowledgeStanding(story, await story.insist(() => story.person.resume(story.journal.get('consent'))));
  },
};

const hold: Act = {
  name: 'the lender is authorised once more, for later',
  spanMs: 30,
  async run(story) {
    const ask = { consentId: story.journal.get('heard'), fetch: 'later', ownCheck: false } as const;
    const { id } = await askUntil(story, ask, `hold-${story.seed}`, ({ state }) => state === 'AUTHORISED');
    story.journal.acknowledge('held', id);
  },
};

const oneTooMany: Act = {
  name: 'a third time is one too many: exactly two uses were spent',
  spanMs: 15,
  run: (story) => isRefused(story, 'frequency-exceeded'),
};

const oneTimeUsed: Act = {
  name: 'a second time is one too many: it was for once',
  spanMs: 15,
  run: (story) => isRefused(story, 'one-time-used'),
};

const revoke: Act = {
  name: 'she withdraws',
  spanMs: 20,
  async run(story) {
    acknowledgeStanding(story, await story.insist(() => story.person.revoke(story.journal.get('consent'))));
    story.journal.acknowledge('withdrawnAt', performance.now());
  },
};

const pauseMidway: Act = {
  ...pause,
  name: 'she pauses while the data is on its way',
  spanMs: 40,
  moments: 3,
};

/** What was sealed is still there, and the lender still asks for it: nothing but the bank's own check stands between. */
const nothingComes: Act = {
  name: 'the bank hears of it, and hands out nothing more',
  spanMs: 200,
  moments: 2,
  async run(story, books) {
    await bankHearsOf(story, books, 'PAUSED');
    await sleep(200);
  },
};

const revokeMidway: Act = {
  ...revoke,
  name: 'she withdraws what is half fetched',
  spanMs: 40,
  moments: 3,
};

const fetchingEnds: Act = {
  name: 'fetching comes to an end, and with it what had come',
  spanMs: 100,
  moments: 4,
  async run(story) {
    const { id } = story.journal.get('fetched');
    const fetched = await story.until(() => story.lender.fetched(id), isEnded, 'the end of fetching');
    // Who says no is who comes first: the bank, in its manifest too, or the lender itself, which erases as she withdraws.
    const { code } = fetched.sessions[0]?.refusal ?? {};
    const isDue = code === undefined || ['consent-paused', 'consent-revoked', 'data-erased'].includes(code);
    const isSettled = fetched.state !== 'FAILED' || isDue || story.at.clocks.wereWrong;
    if (!isSettled) throw new Error(`fetching ended: ${describeEnd(fetched)}`);
    story.journal.acknowledge('fetched', fetched);
  },
};

const refusedByManager: Act = {
  name: 'the consent manager refuses',
  spanMs: 20,
  run: (story) => isRefused(story, 'consent-revoked'),
};

const refusedByBank: Act = {
  name: 'the bank refuses what was authorised before',
  spanMs: 60,
  async run(story, books) {
    const consent = story.journal.get('consent');
    await story.until(
      () => books.standingAtProvider(consent),
      (standing) => standing === 'REVOKED 4',
      'the bank hears of it',
    );
    const held = story.journal.get('held');
    await story.insist(() => story.lender.fetchHeld(held, false));
    const { sessions } = await story.until(
      () => story.lender.fetched(held),
      ({ state }) => state === 'FAILED',
      'the end of what was held',
    );
    expectRefusal(sessions[0]?.refusal, 'consent-revoked');
  },
};

const refusedOnceErased: Act = {
  name: 'nothing more is to be had',
  spanMs: 20,
  // What was erased as she withdrew the lender does not even ask for.
  run: (story) => isRefused(story, 'consent-revoked', 'data-erased'),
};

const bankHears: Act = {
  name: 'the bank hears of it',
  spanMs: 20,
  run: (story, books) => bankHearsOf(story, books, 'REVOKED'),
};

const erase: Act = {
  name: 'the lender erases',
  spanMs: 20,
  async run(story) {
    const { receipt } = await story.insist(() => story.lender.erase(story.journal.get('heard')));
    story.journal.acknowledge('receipt', receipt);
  },
};

const gone: Act = {
  name: 'nothing is left to read, and she has the receipt',
  spanMs: 40,
  async run(story) {
    await story.until(
      () => story.person.timeline(),
      ({ entries }) => entries.some(({ kind }) => kind === 'data-session.erased'),
      'the receipt on her timeline',
    );
    const answer = await story.insist(() =>
      digestsOf(story.lender.records(story.journal.get('heard'))).catch((error: unknown) => {
        if (error instanceof ProblemAnswer && error.status === 410) return error.code;
        throw error;
      }),
    );
    if (answer !== 'data-erased') throw new Error(`what was erased can still be read: ${answer.length} records`);
  },
};

async function bankHearsOf(story: Story, books: Books, state: ConsentState): Promise<void> {
  const wanted = `${state} ${story.journal.get('standing').version}`;
  await story.until(
    () => books.standingAtProvider(story.journal.get('consent')),
    (standing) => standing === wanted,
    'the bank hears of it',
  );
}

/** Asked of the consent manager whatever the lender itself knows; the same ask however often it is sent. */
async function isRefused(story: Story, ...codes: readonly string[]): Promise<void> {
  const ask = { consentId: story.journal.get('heard'), ownCheck: false };
  const isIt = ({ refusal }: DataRequestView) => codes.includes(refusal?.code ?? '');
  await askUntil(story, ask, `${codes[0]}-${story.seed}`, isIt);
}

/**
 * Asks for data until it stands where it should. While a clock is wrong a data user is refused what it may have: once
 * the clock is right it asks anew. @throws where it was refused otherwise
 */
async function askUntil(
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
    if (!story.at.clocks.wereWrong || attempt > 20) throw new Error(`asked for data: ${describeEnd(view)}`);
    story.journal.note(`asked while a clock was wrong: ${describeEnd(view)}`);
    await sleep(300);
  }
}

const isEnded = ({ state }: DataRequestView) => !['PENDING', 'AUTHORISED', 'FETCHING'].includes(state);
const isUnderWay = (view: DataRequestView) => ['FETCHING', 'COMPLETED', 'PARTIAL'].includes(view.state);

function describeEnd({ state, refusal, sessions }: DataRequestView): string {
  return `${state}, ${refusal?.code ?? sessions.map((session) => session.refusal?.code ?? session.state).join(', ')}`;
}

function expectRefusal(refusal: DataRequestView['refusal'], code: string): void {
  if (refusal?.code !== code) throw new Error(`refused with ${refusal?.code}, not with ${code}`);
}

const ending = [revoke, refusedByManager] as const;

/** From the first ask for data under a limited consent to the receipt for its erasure. */
export const limitedActs: readonly Act[] = [
  ...[askForData, receive, read, pause, refusedWhilePaused, resume, hold, oneTooMany],
  ...[...ending, refusedByBank, erase, gone],
];

export const oneTimeActs: readonly Act[] = [
  ...[askForData, receive, oneTimeUsed, read, pause, refusedWhilePaused, resume],
  ...[...ending, bankHears, erase, gone],
];

export const midwayActs: readonly Act[] = [
  ...[askForData, pauseMidway, nothingComes, revokeMidway, fetchingEnds, refusedOnceErased, bankHears],
];
