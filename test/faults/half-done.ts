import { type EndedRound, inWords } from './ended-round.ts';
import { listHandedOver } from './handed-over-files.ts';
import type { StoryKind } from './story-kind.ts';

type Account = Readonly<Record<string, unknown>>;

/** While a clock was wrong, what failed was fetched once more: how often each role had to is nothing wrong. */
const oftenerByWrongClocks = ['usesAtProvider', 'usesAtFund', 'receivedAndErased', 'data-session.retried', 'releases'];
/** What it had a provider refuse was never opened, or never came whole; that each is told of is looked at all the same. */
const otherByWrongClocks = ['opened', 'manifests'];

const received = {
  ...{ standingAtUser: 'REVOKED 4', opened: 1, manifests: 1, releases: 1, receivedAndErased: 1 },
  ...{ notSignedFor: 0, leftOver: 0 },
};

/** What the three roles hold of one consent when its story is over. */
const whole: Record<StoryKind, Account> = {
  limited: { ...received, standingAtProvider: 'REVOKED 4', usesAtProvider: 1 },
  'one-time': { ...received, standingAtProvider: 'REVOKED 4', usesAtProvider: 1 },
  // Of the fund a part came, and the rest afterwards: of three sessions two are complete.
  'two-providers': {
    ...received,
    ...{ standingAtProvider: 'REVOKED 2', standingAtUser: 'REVOKED 2', opened: 3, manifests: 3 },
    ...{ receivedAndErased: 2, usesAtProvider: 1, usesAtFund: 1 },
  },
  'withdrawn-midway': { standingAtProvider: 'REVOKED 3', standingAtUser: 'REVOKED 3', leftOver: 0 },
};

const always = {
  'principal.joined': 1,
  'consent-request.received': 1,
  'consent-request.narrowed': 1,
  'consent.revoked': 1,
};
const interrupted = { 'consent.paused': 1, 'consent.resumed': 1 };

/** Of every session that a provider opened, and of each that came to its manifest. */
const toldOf = ({ opened, manifests }: Account) => ({
  'data-session.sent': Number(opened),
  'data-session.received': Number(manifests),
});

/** What the person reads in the end, how often: each step once. */
const read: Record<StoryKind, (account: Account) => Readonly<Record<string, number>>> = {
  limited: (account) => ({ ...always, ...interrupted, ...toldOf(account) }),
  'one-time': (account) => ({ ...always, ...interrupted, ...toldOf(account) }),
  'two-providers': (account) => ({ ...always, 'data-session.retried': 1, ...toldOf(account) }),
  'withdrawn-midway': () => always,
};

/** However it was broken off, the story ends as if it had not been: at every role, and in what she reads. */
export async function findHalfDone({ story, books }: EndedRound): Promise<string[]> {
  const { journal, person, kind } = story;
  const underWay = (await books.findUnderWay()).map((row) => `still under way: ${inWords(row)}`);
  const account = await books.accountOf(journal.get('consent'));
  const isOther = (name: string, count: unknown, wanted: unknown) => {
    if (story.at.clocks.wereWrong && otherByWrongClocks.includes(name)) return false;
    if (story.at.clocks.wereWrong && oftenerByWrongClocks.includes(name)) return Number(count) < Number(wanted);
    return count !== wanted;
  };
  const other = Object.entries(whole[kind])
    .filter(([name, value]) => isOther(name, account[name], value))
    .map(([name, value]) => `${name} ${account[name]}, not ${value}`);
  const counts: Record<string, number> = {};
  for (const entry of (await person.timeline()).entries) counts[entry.kind] = (counts[entry.kind] ?? 0) + 1;
  const told = Object.entries(read[kind](account))
    .filter(([name, times]) => isOther(name, counts[name] ?? 0, times))
    .map(([name, times]) => `${name} ${counts[name] ?? 0} times on her timeline, not ${times}`);
  const files = listHandedOver(story.at.network, journal.find('heard') ?? 'none').length;
  const left = files === 0 ? [] : [`${files} files are left of what was erased`];
  return [...underWay, ...other, ...told, ...left];
}
