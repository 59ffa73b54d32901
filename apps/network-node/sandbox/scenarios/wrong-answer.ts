import { approve, ask, fetchEnds, held, link, signIn, stateOfConsent, step } from './common-steps.ts';
import { type Answer, must, type Scenario } from './step.ts';

/** One provider is wrong, one slow: the fetch ends PARTIAL, only the rest is fetched again; then its life ends. */
export const wrongAnswer: Scenario = {
  name: 'wrong-answer',
  title: 'one provider answers wrongly, one is slow; later the data has to go',
  steps: [
    signIn,
    link('bank'),
    link('hospital'),
    ask('ask --types bank.transaction,fhir-r4.immunization --life P2D'),
    approve,
    held,
    step('the bank answers with half of its messages', 'sandbox wrong bank --how malformed'),
    step('the hospital hears a second late', 'sandbox slow hospital --by 1s'),
    step('one of both comes through', 'fetch', { failsWith: 'peer-refused', came: fetchEnds('PARTIAL') }),
    step('all is well again', 'sandbox heal'),
    step('only what failed is fetched again', 'fetch --retry REQUEST', { came: fetchEnds('COMPLETED') }),
    step('her record knows one fetch of each, and what was tried', 'consent CONSENT', { came: onceFromHospital }),
    step('the consent manager hears nothing any more', 'sandbox deaf saathi'),
    step('two days go by: the data has to be gone', 'sandbox clock +2d'),
    step('she signs in again', 'sign-in'),
    step('no receipt has come: she sees it', 'consent CONSENT', { isAwaited: true, came: isOverdue }),
    step('the consent manager hears again', 'sandbox heal saathi'),
    step('the receipt comes', 'consent CONSENT', { isAwaited: true, came: isErased }),
    step('nothing is left to read', 'read HELD', { failsWith: 'data-erased' }),
    step('she takes her yes back', 'revoke CONSENT', { came: stateOfConsent }),
  ],
};

function onceFromHospital({ consent }: Answer): string {
  const from = consent.fetches.filter((fetch: Answer) => fetch['from'].name === 'St Brigid Hospital');
  must(from.length === 1, `${from.length} fetches from the hospital`);
  return 'the hospital was asked once';
}

function isOverdue({ consent }: Answer): string {
  must(consent.overdueErasures > 0, 'no erasure is overdue');
  return 'an erasure is overdue';
}

function isErased({ consent }: Answer): string {
  must(consent.overdueErasures === 0, `${consent.overdueErasures} erasures are overdue`);
  must(consent.erasures.length > 0, 'there is no receipt');
  return 'signed for';
}
