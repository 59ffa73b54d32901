import type { Fault } from './fault.ts';
import type { StoryKind } from './story-kind.ts';

export type Queues = 'postgres' | 'redis';

/** When the fault comes. */
export interface Moment {
  readonly act: string;
  /** So long after the act has begun; absent where it comes the moment the act's answer does. */
  readonly delayMs?: number;
}

/** All of a round that is drawn. */
export interface DrawnRound {
  readonly seed: number;
  readonly queues: Queues;
  readonly story: StoryKind;
  readonly moment: Moment;
  readonly fault: Fault;
}
