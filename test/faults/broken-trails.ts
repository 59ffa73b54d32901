import { verifyRoleTrail } from '../../apps/network-node/audit-trail/verify-role-trail.ts';
import { settingsOf } from '../../apps/network-node/network/member.ts';
import type { EndedRound } from './ended-round.ts';

/** Each role's audit trail is the one that was sealed and signed, by its own tables and by what its witnesses kept. */
export async function findBrokenTrails({ story: { at } }: EndedRound): Promise<string[]> {
  const verdicts = at.network.members.map(async (member) => {
    const { role, name } = member;
    const { ok, firstWrong } = await verifyRoleTrail({ role, name }, settingsOf(at.network, member));
    return ok ? [] : [`${name}: entry ${firstWrong?.index}, ${firstWrong?.why}`];
  });
  return (await Promise.all(verdicts)).flat();
}
