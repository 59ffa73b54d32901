import { momentWords } from '../clock/time-words.ts';
import type { StoryFact, StoryKind } from './story-fact.ts';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
const records = ({ records: n = 0 }: StoryFact) => count(n, 'record');
const accounts = (n: number) => count(n, 'account');

function outcomes({ outcomes: given = {} }: StoryFact): string {
  const { DELIVERED = 0, NO_DATA = 0, DENIED = 0, TIMEOUT = 0 } = given;
  const parts = [
    ...(DELIVERED > 0 ? [`${accounts(DELIVERED)} delivered`] : []),
    ...(NO_DATA > 0 ? [`${accounts(NO_DATA)} without data`] : []),
    ...(DENIED > 0 ? [`${accounts(DENIED)} denied`] : []),
    ...(TIMEOUT > 0 ? [`${accounts(TIMEOUT)} without an answer in time`] : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** What happened, after the name of who did it. */
export const storyWords: Record<StoryKind, (fact: StoryFact) => string> = {
  'consent-given': () => 'gave the consent',
  'consent-narrowed': () => 'gave the consent, for less than was asked',
  'consent-held': () => 'sent the signed consent artefact',
  'consent-paused': ({ until }) => `paused the consent${until === undefined ? '' : ` until ${momentWords(until)}`}`,
  'consent-resumed': () => 'put the consent in force again',
  'consent-revoked': () => 'withdrew the consent',
  'consent-expired': () => 'noted that the consent had come to its end',
  'consent-reduced': () => 'gives nothing more under the consent, as an account link has ended',
  'data-asked': () => 'asked for data',
  'data-authorised': () => 'authorised the fetch',
  'data-refused': ({ times = 1 }) => `refused the fetch${times === 1 ? '' : ` ${times} times that day`}`,
  'use-returned': () => 'gave the use back, as nothing was handed over',
  'session-retried': () => 'asked once more for what had failed, under the same use',
  'session-sent': (fact) => `handed over ${records(fact)}${outcomes(fact)}`,
  'session-received': (fact) => {
    const { misfits = 0 } = fact;
    const kept = misfits === 0 ? '' : `; ${count(misfits, 'more', 'more')} did not fit and were not kept`;
    return `received ${records(fact)}${outcomes(fact)}${kept}`;
  },
  'session-acknowledged': () => 'acknowledged that all had come',
  'session-failed': () => 'ended the session without its data',
  'session-expired': () => 'ended the session, as it was not fetched in time',
  'words-differ': () => 'found that both sides speak differently of the session',
  'words-agree': () => 'found that both sides agree on the session after all',
  'handed-on': () => 'handed the records on to a system of its own',
  'hand-over-failed': () => 'could not hand the records on, or take them back',
  'taken-back': () => 'took back what it had handed on',
  erased: (fact) => (fact.records === undefined ? 'erased what it had received' : `erased ${records(fact)}`),
  'erasure-overdue': () => 'should have erased by then, and has not said so',
};
