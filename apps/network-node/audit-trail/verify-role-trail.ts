import { isRefusal } from '#domain';
import {
  FileSigningKeyStore,
  openTrail,
  ownContext,
  parseSettings,
  SystemClock,
  TrailBroken,
  type TrailVerdict,
  verifyTrail,
} from '#platform';
import { verifyTrailCheckpoint } from '#protocol';
import type { ExaminedRole } from '../doctor/examined-role.ts';
import { checkTrustList } from '../doctor/trust-list-check.ts';
import { getRole } from '../node/known-roles.ts';
import { environmentOf, type RoleInstance } from '../node/role-environment.ts';
import { askWitnesses, type Witnesses } from './ask-witnesses.ts';
import { judgeTrail, type TrailJudgement } from './judge-trail.ts';
import { listedAs } from './listed-as.ts';

export interface RoleVerdict extends TrailVerdict, TrailJudgement {
  readonly name: string;
  /** Whether it is `genuine`. */
  readonly ok: boolean;
  readonly witnesses: Omit<Witnesses, 'copies'>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Verifies the trail of a role by its settings: its tables, its own keys, and what the witnesses kept. */
export async function verifyRoleTrail(instance: RoleInstance, all: Environment): Promise<RoleVerdict> {
  const role = getRole(instance.role);
  const environment = environmentOf(instance, all);
  const settings = parseSettings(role.settings, environment);
  const { PARTICIPANT_ID: id, PUBLIC_URL, NETWORK_IS_LOCAL: isLocal, KEYS_FOLDER, DATABASE_URL } = settings;
  const clock = new SystemClock();
  const keys = await listAllKeys(KEYS_FOLDER);
  const context = ownContext(id, listedAs(role.name), keys);
  const own = PUBLIC_URL === undefined ? {} : { TRUST_LIST_URL: `${PUBLIC_URL.replace(/\/+$/, '')}/trust-list` };
  // A registry has its list from itself.
  const told = role.name === 'trust-registry' ? { ...own, ...settings } : settings;
  const examined: ExaminedRole = {
    name: instance.name,
    role,
    environment,
    settings: told,
    now: () => clock.now(),
    clocks: [],
  };
  const { list } = await checkTrustList(examined);
  const { copies, ...witnesses } = await askWitnesses(list, { id, role: listedAs(role.name), isLocal, context });
  const trail = await openTrail(DATABASE_URL, settings.DATABASE_SCHEMA ?? role.name.replaceAll('-', '_'));
  try {
    const verifyOwn = async (token: string) => {
      const claims = await verifyTrailCheckpoint(token, context);
      if (isRefusal(claims)) throw new TrailBroken(`an own checkpoint does not verify: ${claims.code}`);
      return claims;
    };
    const verdict = await verifyTrail({ ask: trail.ask, verifyOwn, witnessed: copies });
    const judged = judgeTrail(verdict, copies);
    return { name: instance.name, ok: judged.outcome === 'genuine', ...verdict, ...judged, witnesses };
  } finally {
    await trail.close();
  }
}

async function listAllKeys(folder: string) {
  const store = new FileSigningKeyStore(folder);
  const uses = await FileSigningKeyStore.usesIn(folder);
  return (await Promise.all(uses.map((use) => store.list(use)))).flat();
}
