import type { Act } from './act.ts';
import { askUntil, describeEnd, isComplete, isEnded, isRefused, isUnderWay, retryUntil } from './data-asks.ts';
import { roles } from './fault.ts';
import { digestsOf } from './records.ts';

export const askForData: Act = {
  name: 'the lender asks for data',
  spanMs: 45,
  async run(story) {
    const ask = { consentId: story.journal.get('heard'), ownCheck: false };
    story.journal.acknowledge('fetched', await askUntil(story, ask, `fetch-${story.seed}`, isUnderWay));
  },
};

export const receive: Act = {
  name: 'the bank hands over, part by part',
  spanMs: 600,
  moments: 7,
  hearers: [roles.manager],
  async run(story) {
    const { id } = story.journal.get('fetched');
    const fetched = await story.until(() => story.lender.fetched(id), isEnded, 'the data');
    story.journal.acknowledge('fetched', await retryUntil(story, fetched, isComplete));
  },
};

export const read: Act = {
  name: 'the lender reads',
  spanMs: 60,
  async run(story) {
    const records = await story.insist(() => digestsOf(story.lender.records(story.journal.get('heard'))));
    story.journal.acknowledge('records', records);
  },
};

export const hold: Act = {
  name: 'the lender is authorised once more, for later',
  spanMs: 30,
  async run(story) {
    const ask = { consentId: story.journal.get('heard'), fetch: 'later', ownCheck: false } as const;
    const { id } = await askUntil(story, ask, `hold-${story.seed}`, ({ state }) => state === 'AUTHORISED');
    story.journal.acknowledge('held', id);
  },
};

export const oneTooMany: Act = {
  name: 'a third time is one too many: exactly two uses were spent',
  spanMs: 15,
  run: (story) => isRefused(story, 'frequency-exceeded'),
};

export const oneTimeUsed: Act = {
  name: 'a second time is one too many: it was for once',
  spanMs: 15,
  run: (story) => isRefused(story, 'one-time-used'),
};

export const fetchingEnds: Act = {
  name: 'fetching comes to an end, and with it what had come',
  spanMs: 100,
  moments: 4,
  hearers: [roles.manager],
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
