import { ProblemAnswer } from '../../apps/network-node/clients/json-client.ts';
import type { Act } from './act.ts';
import { roles } from './fault.ts';
import { digestsOf } from './records.ts';

export const erase: Act = {
  name: 'the lender erases',
  spanMs: 20,
  hearers: [roles.manager],
  async run(story) {
    const { receipt } = await story.insist(() => story.lender.erase(story.journal.get('heard')));
    story.journal.acknowledge('receipt', receipt);
  },
};

export const gone: Act = {
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
