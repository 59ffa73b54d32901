import { PeerPools } from '#platform';
import type { Participant, TrustList } from '#protocol';
import type { ClockReading, ExaminedRole } from './examined-role.ts';
import { type Finding, good, problem, reasonOf } from './finding.ts';

const AT_ONCE = 8;
const MOST = 200;
const PATIENCE_MS = 5000;

interface Counterpart {
  readonly id: string;
  readonly url: string;
}

/** Each other participant of the trust list is asked whether it is there, at its listed address and nowhere else. */
export async function checkCounterparts(list: TrustList | undefined, examined: ExaminedRole): Promise<Finding[]> {
  if (list === undefined) return [];
  const counterparts = list.participants
    .filter(({ id, status }) => id !== examined.settings.PARTICIPANT_ID && status === 'active')
    .flatMap(addressesOf)
    .slice(0, MOST);
  const pools = new PeerPools(examined.settings.NETWORK_IS_LOCAL ?? false);
  const findings: Finding[] = [];
  try {
    for (let first = 0; first < counterparts.length; first += AT_ONCE) {
      const some = counterparts.slice(first, first + AT_ONCE);
      findings.push(...(await Promise.all(some.map((counterpart) => ask(counterpart, pools, examined)))));
    }
  } finally {
    await pools.close();
  }
  return findings;
}

function addressesOf({ id, endpoints }: Participant): Counterpart[] {
  return [...new Set(Object.values(endpoints))].map((url) => ({ id, url }));
}

async function ask({ id, url }: Counterpart, pools: PeerPools, examined: ExaminedRole): Promise<Finding> {
  try {
    const place = new URL(url);
    const before = Date.parse(examined.now());
    const { statusCode, headers, body } = await pools.poolFor(place).request({
      method: 'GET',
      path: `${place.pathname.replace(/\/$/, '')}/health/live`,
      headersTimeout: PATIENCE_MS,
      bodyTimeout: PATIENCE_MS,
    });
    const reading = readClock(id, headers['date'], (before + Date.parse(examined.now())) / 2);
    if (reading !== undefined) examined.clocks.push(reading);
    await body.dump();
    if (statusCode === 200) return good('counterpart', `${id} answers at ${url}`);
    return silent(id, url, `status ${statusCode}`);
  } catch (error) {
    return silent(id, url, reasonOf(error));
  }
}

function silent(id: string, url: string, reason: string): Finding {
  return problem(
    'counterpart-silent',
    `${id} does not answer at ${url} (${reason})`,
    'ask its operator, and check that this machine may reach it; events for it wait meanwhile',
  );
}

/** To the second, as HTTP says it: half of one is added. */
function readClock(whose: string, date: string | string[] | undefined, at: number): ClockReading | undefined {
  const ms = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  return Number.isNaN(ms) ? undefined : { whose, aheadMs: ms + 500 - at };
}
