import { SeededNumbers } from '../../../data-provider-adapter/record-sources/seeded-numbers.ts';
import { wrongWays } from '../wrong-answers.ts';
import { approve, ask, ending, fetchEnds, held, link, signIn, stateOfConsent, step } from './common-steps.ts';
import { anyRefusal, type Scenario, type Step } from './step.ts';

const actsDrawn = 3;
/** What may happen in the middle. The loan template allows four fetches a day: one before it, one for each of these. */
type Draw = (numbers: SeededNumbers, n: number) => readonly Step[];

const counterparts = ['bank', 'saathi'] as const;

/** Broken for so many calls that the gateway outlasts it by itself. */
const passing: Draw = (numbers, n) => {
  const who = numbers.pick(counterparts);
  const times = numbers.whole(1, 2);
  const path = who === 'bank' ? '/data-sessions' : '/data-requests';
  const bounds = `--path ${path} --times ${times}`;
  const faults: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
    [`${who} hears late`, `sandbox slow ${who} --by ${numbers.whole(1, 15)}00ms ${bounds}`],
    [`${who} hears nothing for a moment`, `sandbox deaf ${who} ${bounds}`],
    [`${who} breaks down for a moment`, `sandbox wrong ${who} --how error ${bounds}`],
    [`${who} breaks off for a moment`, `sandbox wrong ${who} --how truncated ${bounds}`],
    [`answers of ${who} are lost`, `sandbox lose-answers ${who} ${bounds}`],
  ];
  const [says, line] = numbers.pick(faults);
  const key = `fetch HELD --key act-${n}-CONSENT`;
  return [step(says, line), step('the lender fetches all the same', key, { came: fetchEnds('COMPLETED') }), healed];
};

/** What cannot be believed ends the session; it is fetched again once it can. */
const unbelievable: Draw = (numbers, n) => {
  const how = numbers.pick(wrongWays.filter((way) => way === 'malformed' || way === 'signature') as ['malformed']);
  return [
    step('the bank says what cannot be believed', `sandbox wrong bank --how ${how}`),
    step('the lender does not believe it', `fetch HELD --key act-${n}-CONSENT`, {
      failsWith: how === 'malformed' ? 'peer-refused' : anyRefusal,
      came: fetchEnds('FAILED'),
    }),
    healed,
    step('it is fetched again under the same use', 'fetch --retry REQUEST', { came: fetchEnds('COMPLETED') }),
  ];
};

const paused: Draw = (numbers) => {
  const isDeaf = numbers.chance(0.5);
  return [
    ...(isDeaf ? [step('the bank hears nothing', 'sandbox deaf bank')] : []),
    step('she pauses', 'pause CONSENT', { came: stateOfConsent }),
    step('nothing may be had', 'fetch HELD', { failsWith: 'consent-paused' }),
    ...(isDeaf ? [healed] : []),
    step('she goes on', 'resume CONSENT', { came: stateOfConsent }),
  ];
};

const later: Draw = (numbers) => [
  step('time goes by', `sandbox clock +${numbers.whole(1, 20)}h`),
  { ...signIn, command: ['sign-in'] },
];

const healed = step('all is well again', 'sandbox heal');

/** The same seed draws the same commands in the same order. */
export function drawScenario(seed: number): Scenario {
  const numbers = new SeededNumbers('sandbox scenario', seed);
  const draws: readonly [Draw, ...Draw[]] = [passing, passing, unbelievable, paused, later];
  const acts = Array.from({ length: actsDrawn }, (_, n) => numbers.pick(draws)(numbers, n + 1));
  const fetch = step('the lender fetches', 'fetch HELD --key act-0-CONSENT', { came: fetchEnds('COMPLETED') });
  const opening = [signIn, link('bank'), ask(), approve, held, fetch];
  return { name: `seed-${seed}`, title: `drawn from seed ${seed}`, steps: [...opening, ...acts.flat(), ...ending] };
}
