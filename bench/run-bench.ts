import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeLeftovers, temporaryFolder } from '../apps/network-node/network/temporary-folder.ts';
import { CleanUp } from '../apps/network-node/terminal/clean-up.ts';
import { measureGrowth } from './growth/measure-growth.ts';
import { type LoadOrder, type LoadTargets, type Operation, operations } from './load/load-messages.ts';
import { LoadProcess } from './load/load-process.ts';
import { readMemory, resetPeak } from './measuring/memory.ts';
import { tidyServer } from './measuring/tidy-server.ts';
import type { Plan } from './plan.ts';
import { type BenchResult, type MeasuredAfter, type OperationResult, round, toResult } from './results.ts';
import { type FloorSide, startFloor } from './sides/floor-side.ts';
import { type ProductSide, startProduct } from './sides/product-side.ts';
import { type SideName, sideNames } from './sides/side.ts';
import type { Driven } from './slices/in-turns.ts';
import { addUp, countOperations, type Measured, measureSlice } from './slices/slice.ts';
import { measureTrailOverhead } from './trail-overhead.ts';

const PEOPLE = 16;
const EVENTS_OF_PAUSE_AND_RESUME = 4;
/** Neither side always comes first, and a drift of the machine falls on both. */
const turns: readonly SideName[] = ['product', 'floor', 'floor', 'product'];

export interface BenchOptions {
  readonly plan: Plan;
  /** Options of Node for the product's roles, e.g. those of its profiler. */
  readonly nodeOptions: string;
  /** This operation alone, and nothing of what comes after them; or the growth alone. */
  readonly only: Operation | 'growth' | undefined;
  /** Without it in Redis where there is one. */
  readonly queues: 'postgresql' | undefined;
  readonly say: (line: string) => void;
}

type Settings = Readonly<Record<string, string>>;

/** Both sides, running, and the process that calls them. */
class Bench {
  constructor(
    private readonly sides: { readonly product: ProductSide; readonly floor: FloorSide },
    private readonly load: LoadProcess,
    private readonly startAnother: (settings: Settings) => Promise<Driven & { stop(): Promise<void> }>,
    private readonly options: BenchOptions,
  ) {}

  async run(begun: number): Promise<BenchResult> {
    const results: OperationResult[] = [];
    const counts: BenchResult['counts'][number][] = [];
    let events: BenchResult['events'] = { delivered: 0, perSecond: 0 };
    const { only } = this.options;
    for (const operation of operations.filter((name) => only === undefined || name === only)) {
      // Revoking takes a consent each, pausing does not: the events come first, and what both run is compiled by then.
      if (operation === 'revoke-to-refused') events = await this.deliver();
      await this.warmUp(operation);
      counts.push({ name: operation, ...(await this.count(operation)) });
      for (const concurrency of this.options.plan.concurrencies)
        results.push(await this.compare(operation, concurrency));
    }
    const after = await this.measureAfter(only);
    const { queues } = this.sides.product;
    const seconds = Math.round((performance.now() - begun) / 1000);
    return { node: process.version, queues, results, counts, events, ...after, seconds };
  }

  private async measureAfter(only: BenchOptions['only']): Promise<Partial<MeasuredAfter>> {
    const { plan, say } = this.options;
    const kept = { product: this.sides.product, load: this.load };
    const grow = () => this.besideAnother({}, (few) => measureGrowth(few, kept, plan, say));
    if (only === 'growth') return { growth: await grow() };
    if (only !== undefined) return {};
    say('with and without an audit trail …');
    const untrailed: Settings = { AUDIT_TRAIL: 'off' };
    const trailOverhead = await this.besideAnother(untrailed, (off) => measureTrailOverhead(kept, off, plan));
    return { trailOverhead, stream: await this.stream(), growth: await grow() };
  }

  private async besideAnother<T>(settings: Settings, measure: (another: Driven) => Promise<T>): Promise<T> {
    const another = await this.startAnother(settings);
    try {
      return await measure(another);
    } finally {
      await another.stop();
    }
  }

  private order(side: SideName, operation: Operation, concurrency: number, seconds: number): LoadOrder {
    const { revocations } = this.options.plan;
    const size = operation === 'revoke-to-refused' ? { times: revocations[concurrency === 1 ? 0 : 1] } : { seconds };
    return { side, operation, concurrency, ...size };
  }

  private async warmUp(operation: Operation): Promise<void> {
    const { concurrencies, warmUp, warmUpSeconds } = this.options.plan;
    this.options.say(`${operation} …`);
    for (const side of sideNames) {
      const order = {
        side,
        operation,
        concurrency: concurrencies[1],
        times: Math.ceil(warmUp[operation] / (side === 'floor' ? 4 : 1)),
        seconds: warmUpSeconds,
      };
      await measureSlice(this.load, this.sides[side], order);
    }
    for (const side of sideNames) await tidyServer(this.sides[side].database);
  }

  private async count(operation: Operation) {
    const times = this.options.plan.counted;
    const of = (side: SideName) =>
      countOperations(this.load, this.sides[side], { side, operation, concurrency: 1, times });
    return { product: await of('product'), floor: await of('floor') };
  }

  private async compare(operation: Operation, concurrency: number): Promise<OperationResult> {
    const { groups, revocationGroups } = this.options.plan;
    const length = operation === 'revoke-to-refused' ? revocationGroups : groups;
    const slices: Record<SideName, Measured[]> = { product: [], floor: [] };
    for (const side of Array.from({ length }, () => turns).flat()) {
      const order = this.order(side, operation, concurrency, this.options.plan.sliceSeconds);
      slices[side].push(await measureSlice(this.load, this.sides[side], order));
    }
    const result = toResult(operation, concurrency, addUp(slices.product), addUp(slices.floor));
    this.options.say(
      `  at ${concurrency}: ${result.perSecond}/s of ${result.floorPerSecond}/s, ` +
        `${result.cpuMicros} µs of ${result.floorCpuMicros} µs, p50 ${result.p50Ms} ms`,
    );
    return result;
  }

  /** Consents are paused and resumed as fast as that goes: how many events reach their readers meanwhile. */
  private async deliver(): Promise<BenchResult['events']> {
    const { concurrencies, eventSeconds: seconds } = this.options.plan;
    const { product } = this.sides;
    const order = { side: 'product', operation: 'pause-and-resume', concurrency: concurrencies[1], seconds } as const;
    await this.load.prepare(order);
    await this.load.run(order);
    await product.settled();
    const begun = performance.now();
    const { latenciesMs } = await this.load.run(order);
    await product.delivered();
    const delivered = latenciesMs.length * EVENTS_OF_PAUSE_AND_RESUME;
    const perSecond = round(delivered / ((performance.now() - begun) / 1000), 1);
    this.options.say(`events: ${perSecond}/s`);
    return { delivered, perSecond };
  }

  private async stream(): Promise<MeasuredAfter['stream']> {
    const { product } = this.sides;
    const order: LoadOrder = { side: 'product', operation: 'stream', concurrency: 1, times: 1 };
    this.options.say('stream …');
    await this.load.prepare(order);
    await product.settled();
    for (const { pid } of product.roles) resetPeak(pid);
    const before = product.roles.map(({ pid }) => readMemory(pid).now);
    const { seconds } = await this.load.run(order);
    await product.settled();
    const grown = product.roles.map(({ name, pid }, index) => {
      return [name, Math.round(readMemory(pid).peak - (before[index] ?? 0))] as const;
    });
    const growthMb = Math.max(...grown.map(([, mb]) => mb));
    const bytes = this.options.plan.streamBytes;
    return { bytes, growthMb, growthMbOf: Object.fromEntries(grown), seconds: Math.round(seconds * 10) / 10 };
  }
}

/** Starts both sides, measures, and leaves nothing behind. */
export async function runBench(
  options: BenchOptions,
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
  cleanUp: CleanUp,
): Promise<BenchResult> {
  const begun = performance.now();
  await removeLeftovers(home, 'bench');
  const folder = temporaryFolder(home, 'bench');
  cleanUp.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  options.say('starting both sides …');
  const { nodeOptions, plan, queues } = options;
  const asked = { people: PEOPLE, streamBytes: plan.streamBytes, nodeOptions, queues };
  const product = await startProduct(join(folder, 'product'), asked, environment, cleanUp);
  const floor = await startFloor(join(folder, 'floor'), '', cleanUp);
  const { gateway, manager } = floor;
  const drive = async (targets: Omit<LoadTargets, 'people'>, ended: CleanUp): Promise<LoadProcess> => {
    const load = new LoadProcess();
    ended.add(async () => load.stop());
    await load.begin({ people: PEOPLE, ...targets });
    return load;
  };
  const startAnother = async (settings: Settings) => {
    const ended = new CleanUp();
    cleanUp.add(() => ended.run());
    const into = await mkdtemp(join(folder, 'another-'));
    const another = await startProduct(into, { ...asked, settings }, environment, ended);
    const load = await drive({ network: another.network }, ended);
    return { product: another, load, stop: () => ended.run() };
  };
  const load = await drive({ network: product.network, floor: { gateway, manager } }, cleanUp);
  return new Bench({ product, floor }, load, startAnother, options).run(begun);
}
