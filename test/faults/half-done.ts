import { type EndedRound, inWords } from './ended-round.ts';
import type { StoryKind } from './story-kind.ts';

type Account = Readonly<Record<string, unknown>>;

/** While a clock was wrong, what failed was fetched once more: how often each role had to is nothing wrong. */
const oftenerByWrongClocks = ['usesAtProvider', 'releases', 'data-session.sent', 'data-session.received'];

const received = { standingAtUser: 'REVOKED 4', releases: 1, receivedAndErased: 1, receipts: 2, leftOver: 0 };

/** What the three roles hold of one consent when its story is over. */
const whole: Record<StoryKind, Account> = {
  limited: { ...received, standingAtProvider: 'REVOKED 4', usesAtProvider: 1 },
  'one-time': { ...received, standingAtProvider: 'REVOKED 4', usesAtProvider: 1 },
  'withdrawn-midway': { standingAtProvider: 'REVOKED 3', standingAtUser: 'REVOKED 3', leftOver: 0 },
};

/** What the person reads in the end: everything once. */
const once = ['principal.joined', 'consent-request.received', 'consent-request.narrowed', 'consent.revoked'];
const onceWhereReceived = ['consent.paused', 'consent.resumed', 'data-session.sent', 'data-session.received'];

/** However it was broken off, the story ends as if it had not been: at every role, and in what she reads. */
export async function findHalfDone({ story, books }: EndedRound): Promise<string[]> {
  const { journal, person, kind } = story;
  const underWay = (await books.findUnderWay()).map((row) => `still under way: ${inWords(row)}`);
  const account = await books.accountOf(journal.get('consent'));
  const isOther = (name: string, count: unknown, wanted: unknown) =>
    story.at.clocks.wereWrong && oftenerByWrongClocks.includes(name)
      ? Number(count) < Number(wanted)
      : count !== wanted;
  const other = Object.entries(whole[kind])
    .filter(([name, value]) => isOther(name, account[name], value))
    .map(([name, value]) => `${name} ${account[name]}, not ${value}`);
  const counts: Record<string, number> = {};
  for (const entry of (await person.timeline()).entries) counts[entry.kind] = (counts[entry.kind] ?? 0) + 1;
  const wanted = kind === 'withdrawn-midway' ? once : [...once, ...onceWhereReceived];
  const told = wanted
    .filter((name) => isOther(name, counts[name], 1))
    .map((name) => `${name} ${counts[name] ?? 0} times on her timeline`);
  return [...underWay, ...other, ...told];
}
