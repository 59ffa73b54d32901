import type { SideName } from './sides/side.ts';
import type { CountedOperations, Measured } from './slices/slice.ts';

export interface OperationResult {
  readonly name: string;
  readonly concurrency: number;
  /** Operations of the product, of the floor, and the one as a part of the other. */
  readonly perSecond: number;
  readonly floorPerSecond: number;
  readonly ratio: number;
  /** Per operation, all processes and PostgreSQL. */
  readonly cpuMicros: number;
  readonly floorCpuMicros: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly floorP50Ms: number;
  readonly floorP99Ms: number;
}

export interface BenchResult extends Partial<MeasuredAfter> {
  readonly node: string;
  readonly queues: 'redis' | 'postgresql';
  readonly results: readonly OperationResult[];
  /** Per operation. */
  readonly counts: readonly ({ readonly name: string } & Readonly<Record<SideName, CountedOperations>>)[];
  /** Until the last of them was acknowledged. */
  readonly events: { readonly delivered: number; readonly perSecond: number };
  readonly seconds: number;
}

/** What is measured after the operations, when all of them are. */
export interface MeasuredAfter {
  /** Processor time with the audit trail and without it, and the one as a multiple of the other. */
  readonly trailOverhead: readonly {
    readonly name: string;
    readonly cpuMicros: number;
    readonly withoutMicros: number;
    readonly trailOverhead: number;
  }[];
  readonly stream: {
    readonly bytes: number;
    /** MiB: of the process that grew most. */
    readonly growthMb: number;
    readonly growthMbOf: Readonly<Record<string, number>>;
    readonly seconds: number;
  };
  readonly growth: readonly {
    readonly name: string;
    /** Consents there were. */
    readonly at: number;
    readonly cpuMicros: number;
  }[];
}

export const round = (value: number, digits: number) => Number(value.toFixed(digits));

export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

export const microsEach = ({ cpuMicros, operations }: Measured): number => Math.round(cpuMicros / operations);

export function toResult(name: string, concurrency: number, product: Measured, floor: Measured): OperationResult {
  const [rate, floorRate] = [product.operations / product.seconds, floor.operations / floor.seconds];
  const sorted = product.latenciesMs.toSorted((a, b) => a - b);
  const floorSorted = floor.latenciesMs.toSorted((a, b) => a - b);
  return {
    name,
    concurrency,
    perSecond: round(rate, 1),
    floorPerSecond: round(floorRate, 1),
    ratio: round(rate / floorRate, 3),
    cpuMicros: microsEach(product),
    floorCpuMicros: microsEach(floor),
    p50Ms: round(quantile(sorted, 0.5), 2),
    p99Ms: round(quantile(sorted, 0.99), 2),
    floorP50Ms: round(quantile(floorSorted, 0.5), 2),
    floorP99Ms: round(quantile(floorSorted, 0.99), 2),
  };
}
