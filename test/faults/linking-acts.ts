import { ProblemAnswer } from '../../apps/network-node/clients/json-client.ts';
import { readOutbox } from '../../apps/network-node/clients/outbox.ts';
import type { LinkedAccountView } from '../../apps/network-node/clients/person-client.ts';
import { getMember, outboxOf } from '../../apps/network-node/network/member.ts';
import type { Act } from './act.ts';
import type { Story } from './story.ts';

export const findAccounts: Act = {
  name: 'she has the bank look for her accounts',
  spanMs: 40,
  async run(story) {
    const bank = getMember(story.at.network, 'bank').id;
    const { linkRequestId } = await story.insist(() => story.person.startLinking(bank));
    story.journal.acknowledge('linkRequestId', linkRequestId);
  },
};

export const linkAccounts: Act = {
  name: 'she links them with the code of the bank, mistyped at first',
  spanMs: 60,
  async run(story, books) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await enterCode(story, story.at.clocks.wereWrong ? codePatienceMs : undefined);
      } catch (error) {
        if (!story.at.clocks.wereWrong || attempt === 4) throw error;
        // By a fast clock her code was over before it was written, and nobody remembers that she asked.
        await findAccounts.run(story, books);
      }
    }
  },
};

/** So long she waits for a code, and for one that fits, before she asks for another. */
const codePatienceMs = 8000;

async function enterCode(story: Story, patienceMs: number | undefined): Promise<void> {
  const linkRequestId = story.journal.get('linkRequestId');
  const code = await story.until(async () => newestCode(story), isThere, 'a code of the bank', patienceMs);
  const mistyped = `${(Number(code) + 1) % 1_000_000}`.padStart(6, '0');
  const linked = await story.insist(() => tryCode(story, linkRequestId, mistyped));
  if (linked !== undefined) throw new Error('a wrong code was taken');
  // Each wrong code is one of five: the one that was wrong is not tried again.
  let refused: string | undefined;
  const tryNewest = async () => {
    const newest = newestCode(story);
    if (newest === refused && !story.at.clocks.isWrong) return undefined;
    const links = await tryCode(story, linkRequestId, newest);
    if (links === undefined) refused = newest;
    return links;
  };
  const links = await story.until(tryNewest, isThere, 'a code of the bank that fits', patienceMs);
  story.journal.acknowledge('links', links ?? []);
}

const isThere = (answer: unknown) => answer !== undefined;

/** Where writing to her broke off, she is written to again, and the newer code is the one that holds. */
function newestCode({ at, contact }: Story): string | undefined {
  const letters = readOutbox(outboxOf(at.network, 'bank')).filter(({ to }) => to.value === contact.value);
  return /\b\d{6}\b/.exec(letters.at(-1)?.text ?? '')?.[0];
}

/** @returns undefined where there is no code yet, or a newer one is on its way */
async function tryCode(
  { person }: Story,
  linkRequestId: string,
  code: string | undefined,
): Promise<LinkedAccountView[] | undefined> {
  if (code === undefined) return undefined;
  try {
    return (await person.confirmLinking(linkRequestId, code)).links;
  } catch (error) {
    if (error instanceof ProblemAnswer && error.code === 'code-wrong-or-expired') return undefined;
    throw error;
  }
}
