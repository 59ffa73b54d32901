import { type WrongWay, wrongWays } from './wrong-answers.ts';

export const faultKinds = ['slow', 'deaf', 'wrong', 'lost-answers'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** What is broken about the calls to one member. */
export interface SandboxFault {
  readonly who: string;
  readonly kind: FaultKind;
  /** slow: how much later it hears. */
  readonly byMs?: number;
  /** wrong: in which way. */
  readonly how?: WrongWay;
  /** Only calls of this member, of `person` or `systems`, or of `everyone`; those of participants where absent. */
  readonly callsOf?: string;
  /** Only calls whose path begins so. */
  readonly path?: string;
  /** So many calls, and it is over; without end where absent. */
  readonly times?: number;
  /** This share of the calls, drawn by `seed`. */
  readonly share?: number;
  readonly seed?: number;
}

/** Callers that are no participants. */
export const outsiders: readonly string[] = ['person', 'systems', 'nobody'];

const wrongWords: Readonly<Record<WrongWay, string>> = {
  error: 'answers with 500',
  malformed: 'answers with half of its message',
  type: 'answers with a page for browsers',
  signature: 'answers with broken signatures',
  truncated: 'breaks off half-way through its answers',
};

/** For people: `bank hears 5 s late`. */
export function describeFault(fault: SandboxFault): string {
  const { who, kind, byMs = 0, how = wrongWays[0] } = fault;
  const words: Readonly<Record<FaultKind, string>> = {
    slow: `hears ${byMs / 1000} s late`,
    deaf: 'hears nothing',
    wrong: wrongWords[how],
    'lost-answers': 'is heard by nobody: its answers are lost',
  };
  return `${who} ${words[kind]}${describeBounds(fault)}`;
}

function describeBounds({ callsOf, path, times, share }: SandboxFault): string {
  const bounds = [
    callsOf === undefined ? [] : [callsOf === 'everyone' ? 'whoever calls' : `on calls of ${callsOf}`],
    path === undefined ? [] : [`on ${path}`],
    share === undefined ? [] : [`a share of ${share}`],
    times === undefined ? [] : [times === 1 ? 'once' : `${times} times`],
  ].flat();
  return bounds.length === 0 ? '' : ` (${bounds.join(', ')})`;
}
