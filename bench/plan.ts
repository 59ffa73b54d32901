/** How long and how much. */
export interface Plan {
  /** The second is the one everything is warmed up at. */
  readonly concurrencies: readonly [number, number];
  /** Operations done one by one to count what they take. */
  readonly counted: number;
  /** One slice of one side. */
  readonly sliceSeconds: number;
  /** Before what is measured, for each side and operation. */
  readonly warmUpSeconds: number;
  /** In each slice, at each concurrency: each needs a consent of its own. */
  readonly revocations: readonly [number, number];
  readonly streamBytes: number;
  readonly growthAt: readonly number[];
  readonly growthSeconds: number;
}

const gibibyte = 1_073_741_824;

export const plans = {
  full: {
    concurrencies: [1, 16],
    counted: 20,
    sliceSeconds: 4,
    warmUpSeconds: 3,
    revocations: [25, 80],
    streamBytes: gibibyte,
    growthAt: [10_000, 1_000_000],
    growthSeconds: 5,
  },
  quick: {
    concurrencies: [1, 16],
    counted: 10,
    sliceSeconds: 1,
    warmUpSeconds: 1,
    revocations: [8, 32],
    streamBytes: gibibyte / 16,
    growthAt: [1_000, 10_000],
    growthSeconds: 1.5,
  },
  /** Only to see that all of it works. */
  smallest: {
    concurrencies: [1, 2],
    counted: 2,
    sliceSeconds: 0.1,
    warmUpSeconds: 0.1,
    revocations: [2, 4],
    streamBytes: 4_194_304,
    growthAt: [100, 200],
    growthSeconds: 0.1,
  },
} as const satisfies Record<string, Plan>;

export type PlanName = keyof typeof plans;
