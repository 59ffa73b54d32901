import type { EndedRound } from './ended-round.ts';
import type { StoryKind } from './story-kind.ts';
import { usesAllowed, usesToSpare } from './uses-allowed.ts';

const allowed: Record<StoryKind, number> = {
  limited: usesAllowed,
  'one-time': 1,
  'two-providers': 1,
  'withdrawn-midway': usesToSpare,
};
/** What a story spends where everybody's clock is right; of what is withdrawn midway the bank may not have heard. */
const spent: Record<StoryKind, number> = { limited: 2, 'one-time': 1, 'two-providers': 1, 'withdrawn-midway': 1 };

/**
 * A use is spent where it was granted, once, and never more than the consent allows: at manager and bank alike. What failed
 * and was fetched once more is of the same data request, and no further use.
 */
export async function findUsesBeyond({ story, books }: EndedRound): Promise<string[]> {
  const consent = story.journal.find('consent');
  if (consent === undefined) return [];
  const { usesAtManager, usesAtProvider, usesAtFund, releases } = await books.accountOf(consent);
  const most = allowed[story.kind];
  const beyond = Object.entries({ usesAtManager, usesAtProvider, usesAtFund, releases }).filter(
    ([, uses]) => Number(uses) > most,
  );
  const found = beyond.map(([where, uses]) => `${where} ${uses}, and ${most} are allowed`);
  const isExact = !story.at.clocks.wereWrong && story.journal.find('standing')?.state === 'REVOKED';
  if (isExact && usesAtManager !== spent[story.kind]) found.push(`usesAtManager ${usesAtManager}`);
  return found;
}
