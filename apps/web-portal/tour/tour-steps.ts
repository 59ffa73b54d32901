import type { Place, TourStatus } from './api.ts';

export const stepNames = ['ask', 'decide', 'fetch', 'read', 'given', 'withdraw', 'refused', 'timeline'] as const;
export type StepName = (typeof stepNames)[number];

/** Who is played in the story. */
export type Part = Extract<Place, 'person' | 'lender' | 'bank'>;
/** What the lender's own systems do by themselves: nobody sits there. */
export type Act = 'ask' | 'fetch';

export interface Step {
  readonly name: StepName;
  readonly part: Part;
  /** Where it is done, or seen: below the part's own pages. */
  readonly place?: string;
  readonly act?: Act;
  /** Whether the network shows that it was done; absent where there is only something to see. */
  readonly isDone?: (status: TourStatus) => boolean;
}

/** The story, in the order it is told. */
export const steps: readonly Step[] = [
  { name: 'ask', part: 'lender', place: 'ask', act: 'ask', isDone: ({ request }) => request !== null },
  { name: 'decide', part: 'person', place: '', isDone: ({ request }) => request === 'APPROVED' },
  { name: 'fetch', part: 'lender', act: 'fetch', isDone: ({ fetch }) => fetch !== null },
  { name: 'read', part: 'lender', place: 'records' },
  { name: 'given', part: 'bank', place: 'data-sessions' },
  { name: 'withdraw', part: 'person', place: 'consents', isDone: ({ consent }) => consent === 'REVOKED' },
  { name: 'refused', part: 'lender', act: 'fetch', isDone: ({ refused }) => refused },
  { name: 'timeline', part: 'person', place: 'timeline' },
];

/** Which steps are behind her: those the network shows as done, and those she has opened to see. */
export function doneSteps(status: TourStatus, seen: readonly StepName[]): readonly StepName[] {
  return steps.filter(({ name, isDone }) => isDone?.(status) ?? seen.includes(name)).map(({ name }) => name);
}

/** The first that is not done; undefined at the end. */
export function currentStep(done: readonly StepName[]): Step | undefined {
  return steps.find(({ name }) => !done.includes(name));
}

export type Outcome = 'asked' | 'all' | 'less' | 'rejected' | 'lapsed' | 'fetched' | 'withdrawn' | 'refused';

const decisions: Readonly<Record<string, Outcome>> = { REJECTED: 'rejected', EXPIRED: 'lapsed', FAILED: 'lapsed' };

/** What came of a step; undefined where nothing has yet, and where there was only something to see. */
export function outcomeOf(name: StepName, { request, narrowed, fetch, consent, refused }: TourStatus) {
  const outcomes: Partial<Record<StepName, Outcome | false | undefined>> = {
    ask: request !== null && 'asked',
    decide: request === 'APPROVED' ? (narrowed ? 'less' : 'all') : decisions[request ?? ''],
    fetch: fetch !== null && 'fetched',
    withdraw: consent === 'REVOKED' && 'withdrawn',
    refused: refused && 'refused',
  };
  return outcomes[name] || undefined;
}

/** After her no the lender may ask once more. */
export function actOf({ name, act }: Step, status: TourStatus): Act | undefined {
  return name === 'decide' && decisions[status.request ?? ''] !== undefined ? 'ask' : act;
}

/** The address of a step's place, through the door of the demo: `/app/` + `consents` -> `/app/demo/consents`. */
export const placeOf = (address: string, place: string): string => `${address}demo/${place}`;
