import type { LoadOrder, LoadResult } from '../load/load-messages.ts';
import type { LoadProcess } from '../load/load-process.ts';
import { type Counts, readCounts } from '../measuring/counts.ts';
import { processorMicros, serverMicros } from '../measuring/processor-time.ts';
import { countCommits, readLogPosition } from '../measuring/write-ahead-log.ts';
import type { Side } from '../sides/side.ts';

/** What one or several slices came to. */
export interface Measured {
  readonly operations: number;
  readonly seconds: number;
  readonly cpuMicros: number;
  readonly latenciesMs: readonly number[];
}

/** User and system time of everything that belongs to a side: roles, Redis, PostgreSQL. What the bench asks it is nobody's. */
export function sideMicros({ roles, others, postmaster, ownBackend }: Side): number {
  const processes = [...roles, ...others].reduce((sum, { pid }) => sum + processorMicros(pid), 0);
  return processes + serverMicros(postmaster) - processorMicros(ownBackend);
}

function toMeasured({ latenciesMs, seconds }: LoadResult, cpuMicros: number): Measured {
  return { operations: latenciesMs.length, seconds, cpuMicros, latenciesMs };
}

/** Runs one slice. Its time counts until the last event of it is acknowledged. */
export async function measureSlice(load: LoadProcess, side: Side, order: LoadOrder): Promise<Measured> {
  await load.prepare(order);
  await side.settled();
  const before = sideMicros(side);
  const result = await load.run(order);
  await side.settled();
  return toMeasured(result, sideMicros(side) - before);
}

export function addUp(slices: readonly Measured[]): Measured {
  const sum = (of: (slice: Measured) => number) => slices.reduce((total, slice) => total + of(slice), 0);
  return {
    operations: sum(({ operations }) => operations),
    seconds: sum(({ seconds }) => seconds),
    cpuMicros: sum(({ cpuMicros }) => cpuMicros),
    latenciesMs: slices.flatMap(({ latenciesMs }) => latenciesMs),
  };
}

export interface CountedOperations extends Counts {
  /** Transactions that wrote something, by PostgreSQL's write-ahead log. */
  readonly commits: number;
}

/** What one operation takes on the average of a few, one after the other. */
export async function countOperations(load: LoadProcess, side: Side, order: LoadOrder): Promise<CountedOperations> {
  await load.prepare(order);
  await side.settled();
  const position = await readLogPosition(side.database);
  const before = await readCounts(side.folder, side.roles);
  const { latenciesMs } = await load.run(order);
  await side.settled();
  const after = await readCounts(side.folder, side.roles);
  const commits = await countCommits(side.database, position);
  const each = (count: number) => Math.round((10 * count) / latenciesMs.length) / 10;
  return {
    signatures: each(after.signatures - before.signatures),
    verifications: each(after.verifications - before.verifications),
    keyAgreements: each(after.keyAgreements - before.keyAgreements),
    callsServed: each(after.callsServed - before.callsServed),
    statements: each(after.statements - before.statements),
    commits: each(commits),
  };
}
