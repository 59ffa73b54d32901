import { setTimeout as sleep } from 'node:timers/promises';
import { verifyRoleTrail } from '../../apps/network-node/audit-trail/verify-role-trail.ts';
import { type Member, settingsOf } from '../../apps/network-node/network/member.ts';
import type { EndedRound } from './ended-round.ts';

/** A first checkpoint comes a second after the first entry: a story may be over before. */
const firstCheckpointMs = 10_000;

/** Each role's audit trail is the one that was sealed and signed, by its own tables and by what its witnesses kept. */
export async function findBrokenTrails(round: EndedRound): Promise<string[]> {
  const verdicts = round.story.at.network.members.map(async (member) => {
    const { firstWrong, entries, witnesses } = await verify(round, member);
    if (firstWrong !== undefined) return [`${member.name}: entry ${firstWrong.index}, ${firstWrong.why}`];
    // What nobody else was asked about is not verified.
    return entries > 0 && witnesses.answered === 0 ? [`${member.name}: no witness answers`] : [];
  });
  return (await Promise.all(verdicts)).flat();
}

async function verify({ story: { at } }: EndedRound, member: Member): ReturnType<typeof verifyRoleTrail> {
  const { role, name } = member;
  const until = Date.now() + firstCheckpointMs;
  for (;;) {
    const verdict = await verifyRoleTrail({ role, name }, settingsOf(at.network, member));
    const isEarly = verdict.firstWrong?.why === 'there is no own checkpoint';
    if (!isEarly || Date.now() > until) return verdict;
    await sleep(200);
  }
}
