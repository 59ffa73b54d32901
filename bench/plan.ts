import type { Operation } from './load/load-messages.ts';

/** How long and how much. */
export interface Plan {
  /** The second is the one everything is warmed up at. */
  readonly concurrencies: readonly [number, number];
  /** How often the four turns are taken: many short ones, as what the machine does meanwhile lasts for seconds. */
  readonly groups: number;
  /** Those of a revocation are the shortest. */
  readonly revocationGroups: number;
  /** Operations done one by one to count what they take. */
  readonly counted: number;
  /** One slice of one side. */
  readonly sliceSeconds: number;
  /**
   * Operations of the product before what is measured: by number, for compiled code comes of running often, and a role
   * runs for weeks. A quarter of it for the floor, which has little to compile and is as fast as it gets after that.
   */
  readonly warmUp: Readonly<Record<Operation, number>>;
  /** The warm-up of one operation on one side ends after so long. */
  readonly warmUpSeconds: number;
  /** Of consents being paused and resumed: once to warm up, once measured. */
  readonly eventSeconds: number;
  /** In each slice, at each concurrency: each needs a consent of its own. */
  readonly revocations: readonly [number, number];
  /** Of the product that keeps no audit trail, before it is compared with the one that does. */
  readonly trailWarmUpSeconds: number;
  readonly streamBytes: number;
  readonly growthAt: readonly [few: number, many: number];
  /** One turn of one product. */
  readonly growthSeconds: number;
}

const gibibyte = 1_073_741_824;

export const plans = {
  full: {
    concurrencies: [1, 16],
    groups: 3,
    revocationGroups: 5,
    counted: 20,
    sliceSeconds: 2.5,
    warmUp: { issue: 4000, 'fetch-10kb': 4000, 'fetch-1mb': 400, 'revoke-to-refused': 2000 },
    warmUpSeconds: 120,
    eventSeconds: 10,
    revocations: [60, 224],
    trailWarmUpSeconds: 12,
    streamBytes: gibibyte,
    growthAt: [10_000, 1_000_000],
    growthSeconds: 2,
  },
  quick: {
    concurrencies: [1, 16],
    groups: 2,
    revocationGroups: 2,
    counted: 10,
    sliceSeconds: 1,
    warmUp: { issue: 250, 'fetch-10kb': 250, 'fetch-1mb': 20, 'revoke-to-refused': 20 },
    warmUpSeconds: 10,
    eventSeconds: 2,
    revocations: [8, 32],
    trailWarmUpSeconds: 5,
    streamBytes: gibibyte / 16,
    growthAt: [1_000, 10_000],
    growthSeconds: 1.5,
  },
  /** Only to see that all of it works. */
  smallest: {
    concurrencies: [1, 2],
    groups: 1,
    revocationGroups: 1,
    counted: 2,
    sliceSeconds: 0.1,
    warmUp: { issue: 2, 'fetch-10kb': 2, 'fetch-1mb': 1, 'revoke-to-refused': 2 },
    warmUpSeconds: 10,
    eventSeconds: 0.1,
    revocations: [2, 4],
    trailWarmUpSeconds: 0.1,
    streamBytes: 4_194_304,
    growthAt: [100, 200],
    growthSeconds: 0.1,
  },
} as const satisfies Record<string, Plan>;

export type PlanName = keyof typeof plans;
