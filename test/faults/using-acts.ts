import type { DataRequestView } from '../../apps/network-node/clients/data-user-client.ts';
import { ProblemAnswer } from '../../apps/network-node/clients/json-client.ts';
import type { Act } from './act.ts';
import { acknowledgeStanding } from './granting-acts.ts';
import { digestsOf } from './records.ts';
import type { Story } from './story.ts';

const askForData: Act = {
  name: 'the lender asks for data',
  spanMs: 45,
  async run(story) {
    const ask = { consentId: story.journal.get('heard') };
    const fetched = await story.insist(() => story.lender.fetch(ask, { key: `fetch-${story.seed}` }));
    story.journal.acknowledge('fetched', fetched);
  },
};

const receive: Act = {
  name: 'the bank hands over, part by part',
  spanMs: 600,
  moments: 7,
  async run(story) {
    const { id } = story.journal.get('fetched');
    const fetched = await story.until(
      () => story.lender.fetched(id),
      ({ state }) => state === 'COMPLETED',
      'the data',
    );
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
    const { id } = await story.insist(() => story.lender.fetch(ask, { key: `hold-${story.seed}` }));
    await story.until(
      () => story.lender.fetched(id),
      ({ state }) => state === 'AUTHORISED',
      'the authorised sessions',
    );
    story.journal.acknowledge('held', id);
  },
};

const oneTooMany: Act = {
  name: 'a third time is one too many: exactly two uses were spent',
  spanMs: 15,
  run: (story) => isRefused(story, 'frequency-exceeded'),
};

const revoke: Act = {
  name: 'she withdraws',
  spanMs: 20,
  async run(story) {
    acknowledgeStanding(story, await story.insist(() => story.person.revoke(story.journal.get('consent'))));
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

/** Asked of the consent manager whatever the lender itself knows; the same ask however often it is sent. */
async function isRefused(story: Story, code: string): Promise<void> {
  const ask = { consentId: story.journal.get('heard'), ownCheck: false };
  const { id } = await story.insist(() => story.lender.fetch(ask, { key: `${code}-${story.seed}` }));
  const { refusal } = await story.until(
    () => story.lender.fetched(id),
    ({ state }) => state !== 'PENDING',
    'the refusal',
  );
  expectRefusal(refusal, code);
}

function expectRefusal(refusal: DataRequestView['refusal'], code: string): void {
  if (refusal?.code !== code) throw new Error(`refused with ${refusal?.code}, not with ${code}`);
}

/** From the first ask for data to the receipt for its erasure. */
export const usingActs: readonly Act[] = [
  ...[askForData, receive, read, pause, refusedWhilePaused, resume, hold, oneTooMany],
  ...[revoke, refusedByManager, refusedByBank, erase, gone],
];
