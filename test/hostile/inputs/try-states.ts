import fc from 'fast-check';
import {
  accountOutcomes,
  addDuration,
  type ConsentAct,
  type ConsentStanding,
  type ConsentTerms,
  checkConsent,
  concludeSession,
  consentActs,
  handOverActs,
  handOverKinds,
  handOverStates,
  isRefusal,
  moveConsent,
  moveHandOver,
  moveRequest,
  type Narrowing,
  narrowTerms,
  type RequestState,
  reachOf,
  requestActs,
  standingAt,
  supersedes,
  toMilliseconds,
  useWindowAt,
} from '#domain';
import { allowed, terms } from '../../tables/a-consent.ts';
import { HarmDone, Tally } from './tally.ts';

const must = (holds: boolean, what: string) => {
  if (!holds) throw new HarmDone('accepted', what);
};

/** Random acts against a model so small that it can be seen to be right. */
export async function tryStates(): Promise<Tally> {
  const tally = new Tally('states');
  await tally.hold('a consent', fc.array(fc.constantFrom(...consentActs), { maxLength: 12 }), 0.15, actOnConsent);
  await tally.hold('a consent heard of late, twice or out of order', heard, 0.2, hearOfConsent);
  await tally.hold('a request', fc.array(fc.constantFrom(...requestActs), { maxLength: 6 }), 0.05, actOnRequest);
  await tally.hold('a hand-over', fc.array(fc.constantFrom(...handOverActs), { maxLength: 10 }), 0.1, actOnHandOver);
  await tally.hold('a session', fc.array(fc.constantFrom(...accountOutcomes), { minLength: 1 }), 0.05, (outcomes) => {
    const good = outcomes.filter((outcome) => outcome === 'DELIVERED' || outcome === 'NO_DATA').length;
    const state = good === 0 ? 'FAILED' : good < outcomes.length ? 'PARTIAL' : 'COMPLETED';
    must(concludeSession(outcomes) === state, state);
  });
  await tally.hold('time and a standing', fc.tuple(instants, instants, instants, fc.boolean()), 0.1, standInTime);
  await tally.hold(
    'a window of uses',
    fc.tuple(instants, instants, fc.constantFrom('HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR')),
    0.1,
    countInWindow,
  );
  await tally.hold('a narrowing', fc.tuple(narrowings, fc.boolean()), 0.15, narrow);
  await tally.hold('data under a consent', fc.tuple(asks, instants), 0.1, askForData);
  return tally;
}

function actOnConsent(acts: readonly ConsentAct[]): void {
  let [ended, paused, moves] = [false, false, 0];
  let standing: ConsentStanding = { state: 'ACTIVE', version: 1 };
  for (const act of acts) {
    const may = !ended && !(act === 'pause' && paused) && !(act === 'resume' && !paused);
    const next = moveConsent(standing, act);
    must(isRefusal(next) !== may, `${act} from ${standing.state}`);
    if (isRefusal(next)) continue;
    moves += 1;
    ended ||= act === 'revoke' || act === 'expire';
    paused = act === 'pause';
    must(next.version === 1 + moves, 'the version rises by one');
    standing = next;
  }
}

const heard = fc.tuple(
  fc.array(fc.constantFrom(...consentActs), { maxLength: 8 }),
  fc.array(fc.nat(20), { minLength: 1, maxLength: 40 }),
);

function hearOfConsent([acts, order]: [ConsentAct[], number[]]): void {
  const told: ConsentStanding[] = [{ state: 'ACTIVE', version: 1 }];
  for (const act of acts) {
    const next = moveConsent(told.at(-1) as ConsentStanding, act);
    if (!isRefusal(next)) told.push(next);
  }
  let kept = told[0] as ConsentStanding;
  let ended = false;
  for (const drawn of [...order, told.length - 1]) {
    const next = told[drawn % told.length] as ConsentStanding;
    if (supersedes(next, kept)) kept = next;
    must(!ended || kept.state === 'REVOKED' || kept.state === 'EXPIRED', 'what has ended stays ended');
    ended ||= kept.state === 'REVOKED' || kept.state === 'EXPIRED';
  }
  must(kept === told.at(-1), 'all end with the last');
  must(!ended || !supersedes({ state: 'ACTIVE', version: 99 }, kept), 'nothing opens again what has ended');
  must(!supersedes(kept, kept), 'what is known already is no news');
}

function actOnRequest(acts: readonly (typeof requestActs)[number][]): void {
  let state: RequestState = 'PENDING';
  for (const [at, act] of acts.entries()) {
    const next = moveRequest(state, act);
    must(isRefusal(next) === at > 0, 'a request is decided once');
    if (!isRefusal(next)) state = next;
  }
}

function actOnHandOver(acts: readonly (typeof handOverActs)[number][]): void {
  let state: (typeof handOverStates)[number] = 'WAITING';
  let erasing = false;
  for (const act of acts) {
    const next = moveHandOver(state, act);
    if (next === undefined) continue;
    erasing ||= act === 'erase';
    state = next;
    must(
      !erasing || !['WAITING', 'DELIVERED', 'FAILED'].includes(state),
      'what is being erased is never handed over again',
    );
    for (const kind of handOverKinds)
      must((reachOf(kind, state) !== undefined) === erasing, 'the receipt says what is being erased');
  }
}

const instants = fc.oneof(
  fc
    .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc
    .date({ min: new Date('2025-12-01T00:00:00Z'), max: new Date('2027-01-01T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constantFrom(
    '0001-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '9999-12-31T23:30:00.000Z',
    '2024-02-29T12:00:00.000Z',
  ),
);

function standInTime([now, expiry, resumeAt, ended]: [string, string, string, boolean]): void {
  const state = ended ? 'REVOKED' : 'PAUSED';
  const said = standingAt(now, { state, version: 2, resumeAt }, expiry);
  if (ended) must(said === 'REVOKED', 'revoked for ever');
  else must((said === 'EXPIRED') === now >= expiry && (said === 'ACTIVE') === (now < expiry && now >= resumeAt), said);
}

function countInWindow([start, at, per]: [string, string, string]): void {
  const counted = {
    ...terms,
    frequency: { max: 1, per: per as 'DAY' },
    consentPeriod: { start, expiry: '9999-12-31T23:59:59.999Z' },
  };
  const { from, to } = useWindowAt(at, counted);
  must(from.length === 24 && to.length === 24 && from <= to, 'two instants');
  const isLast = to === '9999-12-31T23:59:59.999Z';
  if (at >= start) must(from <= at && (at < to || isLast), 'it holds the moment');
  must(toMilliseconds(to) - toMilliseconds(from) <= 366 * 86_400_000, 'it is no longer than a year');
}

const fields = ['transactionId', 'bookedAt', 'amount', 'currency'];
const types = fc.array(
  fc.record(
    {
      type: fc.constantFrom('bank.account-summary', 'bank.transaction', 'fhir-r4.patient'),
      fields: fc.subarray(fields),
    },
    { requiredKeys: ['type'] },
  ),
  { maxLength: 3 },
);
const ranges = fc.record({ from: instants, to: instants });
const durations = fc.tuple(fc.nat(9999), fc.constantFrom('D', 'W', 'M', 'Y')).map(([n, unit]) => `P${n}${unit}`);
const narrowings: fc.Arbitrary<Narrowing> = fc.record(
  {
    dataTypes: types,
    dataRange: ranges,
    frequency: fc.record({ max: fc.nat(5), per: fc.constantFrom('HOUR', 'DAY', 'WEEK') }),
    dataLife: durations,
    expiry: instants,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Narrowing>;

/** Whatever is asked under what was granted, was asked for in the first place. */
function narrow([narrowing, mayBeNarrowed]: [Narrowing, boolean]): void {
  const narrowed = narrowTerms(terms, narrowing, mayBeNarrowed);
  if (isRefusal(narrowed)) return;
  must(mayBeNarrowed || narrowed.narrowedFrom.length === 0, 'nothing was to be narrowed');
  const { dataTypes, dataRange, consentPeriod, dataLife, frequency } = narrowed.terms;
  must(
    fieldsOf(dataTypes).every((field) => fieldsOf(terms.dataTypes).includes(field)),
    'types and fields',
  );
  must(dataTypes.length > 0 && dataRange.from >= terms.dataRange.from && dataRange.to <= terms.dataRange.to, 'range');
  must(consentPeriod.expiry <= terms.consentPeriod.expiry && (frequency?.max ?? 9) <= 2, 'period and frequency');
  const end = (life: string) => addDuration('2026-01-01T00:00:00.000Z', life);
  must(end(dataLife) <= end(terms.dataLife), 'data life');
}

/** All that is named, or stands for all of a type. */
const fieldsOf = (of: ConsentTerms['dataTypes']): string[] =>
  of.flatMap(({ type, fields: named }) =>
    type === 'bank.transaction' && named !== undefined
      ? named.map((field) => `${type} ${field}`)
      : type === 'bank.transaction'
        ? [`${type} *`]
        : [type],
  );

type Ask = typeof asks extends fc.Arbitrary<infer T> ? T : never;
const asks = fc.record({
  dataUser: fc.constantFrom('https://lender.example', 'https://rival.example'),
  dataTypes: types,
  dataRange: ranges,
  uses: fc.nat(3),
  state: fc.constantFrom('ACTIVE', 'PAUSED', 'REVOKED', 'EXPIRED'),
});

function askForData([ask, now]: [Ask, string]): void {
  const { dataUser, dataTypes, dataRange, uses, state } = ask;
  const standing = { state, version: 1 } as ConsentStanding;
  const question = {
    now,
    consent: { ...allowed.consent, standing },
    ask: { dataUser, dataTypes, dataRange },
    usesInWindow: uses,
  };
  if (isRefusal(checkConsent(question))) return;
  must(state === 'ACTIVE' && dataUser === 'https://lender.example', 'state and data user');
  must(now >= terms.consentPeriod.start && now < terms.consentPeriod.expiry && uses < 2, 'period and frequency');
  must(
    fieldsOf(dataTypes).every((field) => fieldsOf(terms.dataTypes).includes(field)),
    'types and fields',
  );
  must(dataRange.from >= terms.dataRange.from && dataRange.to <= terms.dataRange.to, 'range');
}
