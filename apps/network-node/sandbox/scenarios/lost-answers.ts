import { ask, fetchEnds, held, link, signIn, stateOfConsent, step } from './common-steps.ts';
import { type Answer, must, type Scenario } from './step.ts';

/** Whoever asks again after a lost answer, with the same key, gets what was decided the first time. */
export const lostAnswers: Scenario = {
  name: 'lost-answers',
  title: 'answers are lost, and what was asked is asked again',
  steps: [
    signIn,
    link('bank'),
    ask(),
    step('she allows one fetch a day', 'narrow --max 1', { came: stateOfConsent }),
    held,
    step(
      'what the consent manager grants is lost twice',
      'sandbox lose-answers saathi --path /data-requests --times 2',
    ),
    step('and what the bank opens once', 'sandbox lose-answers bank --path /data-sessions --times 1'),
    step(
      "and the gateway's answer to its own systems once",
      'sandbox lose-answers lender --calls-of systems --path /data-requests --times 1',
    ),
    step('the lender fetches, and hears nothing', 'fetch --key order-CONSENT', { failsWith: 'unreachable' }),
    step('it asks again with the same key', 'fetch --key order-CONSENT', { came: fetchEnds('COMPLETED') }),
    step('one use was counted', 'consent CONSENT', { came: oneFetch }),
    step('a second one is refused', 'fetch HELD', { failsWith: 'frequency-exceeded' }),
    step('no record came twice', 'read HELD', { came: eachOnce }),
    step('she takes her yes back', 'revoke CONSENT', { came: stateOfConsent }),
  ],
};

function oneFetch({ consent }: Answer): string {
  must(consent.fetches.length === 1, `${consent.fetches.length} fetches are on her record`);
  return 'one fetch is on her record';
}

function eachOnce({ records }: Answer): string {
  const different = new Set(records.map((record: Answer) => JSON.stringify(record)));
  must(records.length > 0, 'no record came');
  must(different.size === records.length, `of ${records.length} records ${different.size} are different`);
  return 'each once';
}
