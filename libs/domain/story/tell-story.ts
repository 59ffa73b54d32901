import { findingWords, type SessionFinding } from '../data-session/reconcile.ts';
import type { AccountOutcome } from '../data-session/session-state.ts';
import { type RefusalCode, refusalCodes } from '../refusal/refusal-codes.ts';
import { type RetryHelps, retryAfter } from '../refusal/refusal-retry.ts';
import { type StoryActor, type StoryFact, type StoryKind, storyKinds } from './story-fact.ts';
import { storyWords } from './story-words.ts';

/** Why a step did not bring what was wanted, and what can be done. */
export interface StoryFailure {
  readonly code: RefusalCode | AccountOutcome | SessionFinding | 'hand-over-failed' | 'erasure-overdue';
  /** In plain words. */
  readonly why: string;
  readonly next: string;
  readonly retry: RetryHelps;
  /** The command that tries again, for a reader who has it. */
  readonly how?: string;
  /** What of it is meant: ids and fields. */
  readonly detail?: string;
}

/** What `who`, `what` and `why` are made of, for whoever tells it in another language. */
export interface StoryStepFacts extends Pick<StoryFact, 'by' | 'records' | 'misfits' | 'outcomes' | 'until' | 'times'> {
  readonly isReader: boolean;
  /** Of the participant who did it, where it is known and not the reader. */
  readonly name?: string | undefined;
}

export interface StoryStep {
  readonly at: string;
  /** "you", "the person", or the name of a participant. */
  readonly who: string;
  readonly step: StoryKind;
  readonly what: string;
  readonly facts: StoryStepFacts;
  readonly sessionId?: string;
  readonly dataRequestId?: string;
  readonly failure?: StoryFailure;
}

export interface StoryReader {
  readonly as: StoryActor;
  readonly nameOf: (participant: string) => string;
}

/** In the order of time, and within one moment as one thing leads to another. */
function inOrder(a: StoryFact, b: StoryFact): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return storyKinds.indexOf(a.kind) - storyKinds.indexOf(b.kind);
}

/** Facts in any order become steps in theirs. */
export function tellStory(facts: readonly StoryFact[], reader: StoryReader): StoryStep[] {
  return facts.toSorted(inOrder).map((fact) => tellStep(fact, reader));
}

function tellStep(fact: StoryFact, reader: StoryReader): StoryStep {
  const { at, kind, sessionId, dataRequestId } = fact;
  const failure = failureOf(fact, reader);
  return {
    ...{ at, who: whoOf(fact, reader), step: kind, what: storyWords[kind](fact), facts: factsOf(fact, reader) },
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(dataRequestId === undefined ? {} : { dataRequestId }),
    ...(failure === undefined ? {} : { failure }),
  };
}

function factsOf(fact: StoryFact, { as, nameOf }: StoryReader): StoryStepFacts {
  const { by, participant, records, misfits, outcomes, until, times } = fact;
  const isNamed = by !== as && by !== 'data-principal' && participant !== undefined;
  const said = {
    ...{ name: isNamed ? nameOf(participant) : undefined, records, misfits },
    ...{ outcomes: outcomes === undefined ? undefined : { ...outcomes }, until, times },
  };
  const given = Object.entries(said).filter(([, value]) => value !== undefined && value !== null);
  return { by, isReader: by === as, ...Object.fromEntries(given) };
}

function whoOf({ by, participant }: StoryFact, { as, nameOf }: StoryReader): string {
  if (by === as) return 'you';
  if (by === 'data-principal') return 'the person';
  return participant === undefined ? `the ${by.replace('-', ' ')}` : nameOf(participant);
}

function failureOf(fact: StoryFact, reader: StoryReader): StoryFailure | undefined {
  const { kind, code, finding } = fact;
  if (code !== undefined) return refusalFailure(code, fact, reader);
  // A session ends by time alone once the use it rests on covers it no longer.
  if (kind === 'session-expired') return refusalFailure('use-lapsed', fact, reader);
  if (kind === 'words-differ' && finding !== undefined) {
    return { code: finding, ...findingWords[finding], retry: 'later' };
  }
  if (kind === 'hand-over-failed') {
    const next = 'The operator looks at assent hand-overs, and has it tried again.';
    const how = reader.as === 'data-user' ? { how: 'assent retry HANDOVER' } : {};
    return { code: 'hand-over-failed', why: 'The system of its own did not take it.', next, retry: 'later', ...how };
  }
  if (kind === 'erasure-overdue') {
    const why = 'The time to erase is over, and no signed receipt has come.';
    return { code: 'erasure-overdue', why, next: 'The data user erases, and signs for it.', retry: 'later' };
  }
  return kind === 'session-sent' || kind === 'session-received' ? outcomeFailure(fact, reader) : undefined;
}

/** A retry fetches what failed alone; what was refused before there was a session is asked for anew. */
function refusalFailure(code: RefusalCode, { kind, detail, dataRequestId }: StoryFact, reader: StoryReader) {
  const [, title, next] = refusalCodes[code];
  const retry = retryAfter(code);
  const why = detail === undefined || detail === '' ? title : `${title} (${detail})`;
  const about = detail === undefined || detail === '' ? {} : { detail };
  return { code, why, next, retry, ...about, ...(retry === 'never' ? {} : howOf(kind, dataRequestId, reader)) };
}

function outcomeFailure({ kind, outcomes = {}, dataRequestId }: StoryFact, reader: StoryReader) {
  const { DENIED = 0, TIMEOUT = 0 } = outcomes;
  const next = 'Fetch once more what failed, within 24 hours of the data request: it spends no further use.';
  const how = howOf(kind, dataRequestId, reader);
  if (TIMEOUT > 0) {
    const why = 'The record source did not answer for all accounts in time.';
    return { code: 'TIMEOUT', why, next, retry: 'later', ...how } as const;
  }
  if (DENIED === 0) return undefined;
  const why = 'For some accounts nothing was released: by a rule, or as no record was in its prescribed form.';
  return { code: 'DENIED', why, next, retry: 'after-change', ...how } as const;
}

function howOf(kind: StoryKind, dataRequestId: string | undefined, { as }: StoryReader): { how?: string } {
  if (as !== 'data-user') return {};
  if (kind === 'data-refused') return { how: 'assent fetch CONSENT' };
  return dataRequestId === undefined ? {} : { how: `assent fetch --retry ${dataRequestId}` };
}
