import { approve, ask, fetchEnds, held, link, notTold, signIn, stateOfConsent, step, told } from './common-steps.ts';
import { type Answer, must, type Scenario } from './step.ts';

/** Data is asked for, the provider is away for a day, the person withdraws meanwhile: it catches up, nothing comes out. */
export const deafProvider: Scenario = {
  name: 'deaf-provider',
  title: 'a consent ends while the data provider hears nothing',
  steps: [
    signIn,
    link('bank'),
    ask(),
    approve,
    held,
    step('the bank hears nothing any more', 'sandbox deaf bank'),
    step('the lender may fetch, and gets no answer from the bank', 'fetch --wait 2', { came: fetchEnds('FETCHING') }),
    step('she takes her yes back', 'revoke CONSENT', { came: stateOfConsent }),
    step('a day goes by', 'sandbox clock +1d'),
    step('she signs in again', 'sign-in'),
    notTold('bank'),
    step('the bank hears again', 'sandbox heal bank'),
    told,
    step('the lender asks once more', 'fetch HELD', { failsWith: 'consent-revoked' }),
    step(
      'of what it was asked for, the bank has handed nothing out',
      'sandbox calls bank --path /data-sessions/SESSION',
      {
        came: nothingReleased,
      },
    ),
  ],
};

/** No part and no manifest went to the data user. */
export function nothingReleased({ calls }: Answer): string {
  const released = calls.filter(({ status }: Answer) => status === 200);
  must(released.length === 0, `${released.length} answers went out`);
  return 'nothing';
}
