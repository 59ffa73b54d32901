import type { CallSeen } from '../../apps/network-node/network/call-seen.ts';
import type { EndedRound } from './ended-round.ts';
import { roles } from './fault.ts';

/** As the roles allow between two clocks: CLOCK_SKEW_SECONDS. */
const skewSeconds = 60;
const releasing = /^\/data-sessions(\/[^/]+(\/parts\/\d+)?)?$/;
const renewing = /^\/data-sessions\/[^/]+\/token$/;
const deciding = /^\/me\/consents\/([^/]+)\/(pause|resume|revoke)$/;

/** Nothing may be handed out that was asked for in between. */
interface Stop {
  readonly from: number;
  readonly to: number;
}

/** What passed on the wires to the providers and to the consent manager. */
export async function findLateReleases({ story, books }: EndedRound): Promise<string[]> {
  const consent = story.journal.find('consent');
  if (consent === undefined) return [];
  const seenBy = (name: string) => story.at.wires.get(name)?.seen ?? [];
  const found = [roles.provider, roles.fund].map(async (provider) => {
    const of = await books.idsAtProvider(consent, provider);
    return [...lateAmong(seenBy(provider), of), ...lateTokensAmong(seenBy(roles.manager), { consent, ...of })];
  });
  return (await Promise.all(found)).flat();
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
  const released = calls.filter((call) => isGranted(call, 'GET', releasing) && isOfSession(call, of.sessions));
  const late = askedDuring(findStops(calls, of.artefacts), released);
  const overdue = released.filter(({ tokenLeft = 0 }) => tokenLeft < -skewSeconds);
  return [
    ...describeEach(late, 'though the bank had acknowledged that the consent does not hold'),
    ...describeEach(overdue, 'though the token was over'),
  ];
}

/** No token is renewed that was asked for once the manager had answered her that it pauses or withdraws the consent. */
export function lateTokensAmong(
  calls: readonly CallSeen[],
  of: { readonly consent: string; readonly sessions: readonly string[] },
): string[] {
  const renewed = calls.filter((call) => isGranted(call, 'POST', renewing) && isOfSession(call, of.sessions));
  const late = askedDuring(findDecidedStops(calls, of.consent), renewed);
  return describeEach(late, 'though the consent manager had said that the consent does not hold');
}

const isGranted = ({ caller, method, path, status }: CallSeen, asked: string, form: RegExp) =>
  caller === 'lender' && method === asked && (status === 200 || status === 201) && form.test(path);

const isOfSession = ({ path }: CallSeen, sessions: readonly string[]) => sessions.includes(path.split('/')[2] ?? '');

const askedDuring = (stops: readonly Stop[], calls: readonly CallSeen[]) =>
  calls.filter(({ sentAt, answeredAt }) => stops.some(({ from, to }) => sentAt > from && answeredAt < to));

/** Pauses end as the wish to resume is passed on, whatever comes back: what was on its way then may have come after it. */
function findStops(calls: readonly CallSeen[], artefacts: readonly string[]): Stop[] {
  const about = calls.filter(({ event }) => artefacts.includes(event?.subject ?? ''));
  const told = (what: string) => about.filter(({ event }) => event?.type.endsWith(`consent-artefact.${what}`));
  const heard = (what: string) => told(what).filter(({ status }) => status === 202);
  return stopsBetween(heard('paused'), told('resumed'), heard('revoked'));
}

function findDecidedStops(calls: readonly CallSeen[], consent: string): Stop[] {
  const decided = (what: string) =>
    calls.filter(({ path, method, caller }) => {
      const [, id, act] = deciding.exec(path) ?? [];
      return caller === 'person' && method === 'POST' && id === consent && act === what;
    });
  const answered = (what: string) => decided(what).filter(({ status }) => status === 200);
  return stopsBetween(answered('pause'), decided('resume'), answered('revoke'));
}

function stopsBetween(paused: readonly CallSeen[], resumed: readonly CallSeen[], revoked: readonly CallSeen[]): Stop[] {
  const to = Math.min(...resumed.map(({ sentAt }) => sentAt));
  return [
    ...paused.map(({ answeredAt }) => ({ from: answeredAt, to })),
    ...revoked.map(({ answeredAt }) => ({ from: answeredAt, to: Number.POSITIVE_INFINITY })),
  ];
}

/** A line for each thing that was asked for. */
function describeEach(calls: readonly CallSeen[], though: string): string[] {
  const times = new Map<string, number>();
  for (const { path } of calls) times.set(path, (times.get(path) ?? 0) + 1);
  return [...times].map(([path, count]) => `${path} was handed out ${count} times ${though}`);
}
