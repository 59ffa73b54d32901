import type { CallSeen } from '../../apps/network-node/network/call-seen.ts';
import type { EndedRound } from './ended-round.ts';

/** As the roles allow between two clocks: CLOCK_SKEW_SECONDS. */
const skewSeconds = 60;
const releasing = /^\/data-sessions(\/[^/]+(\/parts\/\d+)?)?$/;

/** What passed on the wire to the bank. */
export async function findLateReleases({ story, books }: EndedRound): Promise<string[]> {
  const consent = story.journal.find('consent');
  const wire = story.at.wires.get('bank');
  if (consent === undefined || wire === undefined) return [];
  return lateAmong(wire.seen, await books.idsAtProvider(consent));
}

/**
 * Nothing is handed out that was asked for once the bank had acknowledged that the consent is paused or withdrawn, and
 * nothing on a token whose life was over by the bank's own clock.
 *
 * @param of the artefacts at the bank, and the data sessions under them
 */
export function lateAmong(
  calls: readonly CallSeen[],
  of: { readonly artefacts: readonly string[]; readonly sessions: readonly string[] },
): string[] {
  const released = calls.filter((call) => isRelease(call) && isOfSession(call, of.sessions));
  const stops = findStops(calls, of.artefacts);
  const late = released.filter(({ sentAt }) => stops.some(({ from, to }) => sentAt > from && sentAt < to));
  const overdue = released.filter(({ tokenLeft = 0 }) => tokenLeft < -skewSeconds);
  return [
    ...late.map((call) => `${describe(call)} though the bank had acknowledged that the consent does not hold`),
    ...overdue.map((call) => `${describe(call)} though the token was over`),
  ];
}

const isRelease = ({ caller, method, path, status }: CallSeen) =>
  caller === 'lender' && method === 'GET' && status === 200 && releasing.test(path);

const isOfSession = ({ path }: CallSeen, sessions: readonly string[]) => sessions.includes(path.split('/')[2] ?? '');

/** From when to when nothing may be handed out: pauses end as the wish to resume is passed on. */
function findStops(calls: readonly CallSeen[], artefacts: readonly string[]): { from: number; to: number }[] {
  const told = calls.filter(({ event, status }) => status === 202 && artefacts.includes(event?.subject ?? ''));
  const ends = (type: string) => told.filter(({ event }) => event?.type.endsWith(`consent-artefact.${type}`));
  const resumed = Math.min(...ends('resumed').map(({ sentAt }) => sentAt));
  return [
    ...ends('paused').map(({ answeredAt }) => ({ from: answeredAt, to: resumed })),
    ...ends('revoked').map(({ answeredAt }) => ({ from: answeredAt, to: Number.POSITIVE_INFINITY })),
  ];
}

const describe = ({ path, sentAt }: CallSeen) => `${path} was handed out at ${Math.round(sentAt)} ms`;
