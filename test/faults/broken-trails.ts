import { setTimeout as sleep } from 'node:timers/promises';
import { verifyRoleTrail } from '../../apps/network-node/audit-trail/verify-role-trail.ts';
import { type Member, settingsOf } from '../../apps/network-node/network/member.ts';
import { type EndedRound, inWords } from './ended-round.ts';
import { type ActDone, entriesDue } from './trail-entries.ts';

/**
 * An entry is sealed within a second, a first checkpoint comes a second after it, and is handed to witnesses two seconds
 * later: a story may be over before.
 */
const patienceMs = 20_000;

/**
 * Each role's audit trail is the one that was sealed and signed, by its own tables and by what its witnesses kept: all of
 * them answer, and somebody keeps a checkpoint of it. What was acknowledged in the round stands in it, once.
 */
export async function findBrokenTrails(round: EndedRound): Promise<string[]> {
  const due = await entriesDue(round);
  const until = Date.now() + patienceMs;
  const found = round.story.at.network.members.map(async (member) => {
    for (;;) {
      const wrong = await findWrong(round, member, due.get(member.name) ?? []);
      if (wrong.length === 0 || Date.now() > until) return wrong.map((what) => `${member.name}: ${what}`);
      await sleep(200);
    }
  });
  return (await Promise.all(found)).flat();
}

async function findWrong({ story, books }: EndedRound, member: Member, due: readonly ActDone[]): Promise<string[]> {
  const { role, name } = member;
  const other = await books.findOtherThanOnce(name, due);
  const faults = await books.findTrailFaults(name);
  const keepers = await books.findKeepers(name);
  const unsaid = [
    ...other.map(({ act, about, times }) => `${act} ${about} stands in the trail ${times} times`),
    ...faults.map(inWords),
    ...(keepers?.length === 0 ? ['nobody keeps a checkpoint of it'] : []),
  ];
  // Reading all of the trail comes last: as a rule nothing is to be waited for any more.
  if (unsaid.length > 0) return unsaid;
  const { firstWrong, witnesses } = await verifyRoleTrail({ role, name }, settingsOf(story.at.network, member));
  const others = story.at.network.members.length - 1;
  return [
    ...(firstWrong === undefined ? [] : [`entry ${firstWrong.index}, ${firstWrong.why}`]),
    ...(witnesses.answered >= others ? [] : [`of ${others} witnesses ${witnesses.answered} answered`]),
  ];
}
