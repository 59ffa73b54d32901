import { ProblemAnswer } from '../../apps/network-node/clients/json-client.ts';
import { readOutbox } from '../../apps/network-node/clients/outbox.ts';
import type { LinkedAccountView } from '../../apps/network-node/clients/person-client.ts';
import { getMember, outboxOf } from '../../apps/network-node/network/member.ts';
import type { Act } from './act.ts';
import { roles } from './fault.ts';
import type { Story } from './story.ts';

type Provider = typeof roles.provider | typeof roles.fund;

/** Each provider writes to her itself; her accounts at one are linked beside those at another. */
export function linkingActs(provider: Provider): readonly [Act, Act] {
  const find: Act = {
    name: `she has the ${provider} look for her accounts`,
    spanMs: 40,
    async run(story) {
      const { id } = getMember(story.at.network, provider);
      const { linkRequestId } = await story.insist(() => story.person.startLinking(id));
      story.journal.acknowledge('linkRequestId', linkRequestId);
    },
  };
  const link: Act = {
    name: `she links them with the code of the ${provider}, mistyped at first`,
    spanMs: 60,
    async run(story, books) {
      const before = story.journal.find('links') ?? [];
      for (let attempt = 1; ; attempt++) {
        try {
          const links = await enterCode(story, provider, story.at.clocks.wereWrong ? codePatienceMs : undefined);
          return story.journal.acknowledge('links', [...before, ...links]);
        } catch (error) {
          if (!story.at.clocks.wereWrong || attempt === 4) throw error;
          // By a fast clock her code was over before it was written, and nobody remembers that she asked.
          await find.run(story, books);
        }
      }
    },
  };
  return [find, link];
}

/** So long she waits for a code, and for one that fits, before she asks for another. */
const codePatienceMs = 8000;

async function enterCode(
  story: Story,
  provider: Provider,
  patienceMs: number | undefined,
): Promise<readonly LinkedAccountView[]> {
  const linkRequestId = story.journal.get('linkRequestId');
  const code = await story.until(
    async () => newestCode(story, provider),
    isThere,
    'a code of the provider',
    patienceMs,
  );
  const mistyped = `${(Number(code) + 1) % 1_000_000}`.padStart(6, '0');
  const linked = await story.insist(() => tryCode(story, linkRequestId, mistyped));
  if (linked !== undefined) throw new Error('a wrong code was taken');
  // Each wrong code is one of five: the one that was wrong is not tried again.
  let refused: string | undefined;
  const tryNewest = async () => {
    const newest = newestCode(story, provider);
    if (newest === refused && !story.at.clocks.isWrong) return undefined;
    const links = await tryCode(story, linkRequestId, newest);
    if (links === undefined) refused = newest;
    return links;
  };
  const links = await story.until(tryNewest, isThere, 'a code of the provider that fits', patienceMs);
  return links ?? [];
}

const isThere = (answer: unknown) => answer !== undefined;

/** Where writing to her broke off, she is written to again, and the newer code is the one that holds. */
function newestCode({ at, contact }: Story, provider: Provider): string | undefined {
  const letters = readOutbox(outboxOf(at.network, provider)).filter(({ to }) => to.value === contact.value);
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
