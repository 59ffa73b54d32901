import { z } from 'zod';
import { isRefusal, type ParticipantRole } from '#domain';
import { PeerPools, readBounded, type Stand } from '#platform';
import { type TrustList, type VerificationContext, verifyTrailCheckpoint } from '#protocol';

const AT_ONCE = 8;
const MOST = 200;
const PAGES = 10;
const PATIENCE_MS = 5000;
const ANSWER_BYTES = 1_048_576;

const answer = z.object({ checkpoints: z.array(z.object({ token: z.string(), size: z.int() })), more: z.boolean() });

export interface Witnesses {
  readonly asked: number;
  readonly answered: number;
  /** Those that did not. */
  readonly silent: readonly string[];
  /** The copies they gave, each signed by the role itself. */
  readonly stands: readonly Stand[];
}

export interface WhoseTrail {
  readonly id: string;
  readonly role: ParticipantRole;
  readonly isLocal: boolean;
  /** That knows the role's own keys. */
  readonly context: VerificationContext;
}

/** Asks all others of the trust list for the checkpoints they keep of this trail, at their listed addresses alone. */
export async function askWitnesses(list: TrustList | undefined, whose: WhoseTrail): Promise<Witnesses> {
  const others = (list?.participants ?? []).filter(({ id, status }) => id !== whose.id && status === 'active');
  const addresses = others
    .flatMap(({ id, endpoints }) => [...new Set(Object.values(endpoints))].map((url) => ({ id, url })))
    .slice(0, MOST);
  const pools = new PeerPools(whose.isLocal);
  const answers: (Stand[] | string)[] = [];
  try {
    for (let first = 0; first < addresses.length; first += AT_ONCE) {
      const some = addresses.slice(first, first + AT_ONCE);
      answers.push(...(await Promise.all(some.map(({ id, url }) => ask(id, url, pools, whose).catch(() => id)))));
    }
  } finally {
    await pools.close();
  }
  const silent = answers.filter((each) => typeof each === 'string');
  const stands = answers.filter((each) => typeof each !== 'string').flat();
  return { asked: addresses.length, answered: addresses.length - silent.length, silent, stands };
}

/** The newest so many: each speaks for all that came before it. */
async function ask(id: string, url: string, pools: PeerPools, whose: WhoseTrail): Promise<Stand[]> {
  const stands: Stand[] = [];
  let before = '';
  for (let page = 0; page < PAGES; page++) {
    const query = `issuer=${encodeURIComponent(whose.id)}&role=${whose.role}${before}`;
    const { checkpoints, more } = answer.parse(await get(new URL(`${url}/audit-trail/witnessed?${query}`), pools));
    for (const { token } of checkpoints) {
      // What this role did not sign proves nothing against it.
      const claims = await verifyTrailCheckpoint(token, whose.context);
      if (!isRefusal(claims) && claims.role === whose.role) stands.push({ ...claims, keptBy: id });
    }
    const last = checkpoints.at(-1);
    if (!more || last === undefined) break;
    before = `&before=${last.size}`;
  }
  return stands;
}

async function get(place: URL, pools: PeerPools): Promise<unknown> {
  const { statusCode, body } = await pools.poolFor(place).request({
    method: 'GET',
    path: `${place.pathname}${place.search}`,
    headersTimeout: PATIENCE_MS,
    bodyTimeout: PATIENCE_MS,
  });
  const bytes = await readBounded(body, ANSWER_BYTES);
  if (statusCode !== 200) throw new Error(`status ${statusCode}`);
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}
