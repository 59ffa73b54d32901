import type { RecordPlace } from '../received-records/read-cursor.ts';
import type { HandedSession, HandOver } from './hand-over.ts';

/** One record as it came: a line of NDJSON (account, dataType, record), without its end. */
export interface HandedLine {
  readonly bytes: Uint8Array;
  readonly dataType: string;
  /** Of the line that follows. */
  readonly next: RecordPlace;
}

/** One go at handing over. All methods throw HandOverLost where it is no longer this worker's, or its data has gone. */
export interface Delivery {
  readonly handOver: HandOver;
  readonly session: HandedSession;
  /** One part (at most 1 MiB) in memory at a time. @param from the first line where absent */
  lines(from?: RecordPlace): AsyncIterable<HandedLine>;
  /**
   * Nobody begins to erase while `work` runs: whatever makes something appear at the target belongs in here. It may
   * run twice.
   */
  holding(work: () => Promise<void>): Promise<void>;
  /** Writes down how far it has come: the next go finds it as `handOver.progress`. */
  keep(progress: object): Promise<void>;
}

/** One go at taking back. */
export interface TakingBack {
  readonly handOver: HandOver;
  /** Writes down which files are there, before the first is deleted: after a kill they are not taken for lost. */
  keepFound(names: readonly string[]): Promise<void>;
}

/** How far taking back came. */
export interface TakenBack {
  readonly filesDeleted: number;
  /** What could not be reached, for people; absent where all was. */
  readonly unreachable?: string;
}

/** A place records are handed on to. Both methods may be begun again after a failure or a kill, and end the same. */
export abstract class HandOverTarget {
  /** @returns the last progress @throws HandOverProblem: worth another try; HandOverLost */
  abstract deliver(delivery: Delivery): Promise<object>;
  /** @throws HandOverProblem: worth another try */
  abstract takeBack(taking: TakingBack): Promise<TakenBack>;
}

/** Another worker has taken over, or the data was erased meanwhile: nothing more is to be done here. */
export class HandOverLost extends Error {
  override readonly name = 'HandOverLost';
}

/** It did not go through. The message goes to the operator: no data, no secrets. */
export class HandOverProblem extends Error {
  override readonly name = 'HandOverProblem';
  constructor(
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }
}
