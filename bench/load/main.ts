// The load process: takes orders from the bench over IPC, so that its own time is nobody's.
import { runClosedLoop } from './closed-loop.ts';
import { FloorLoad } from './floor-load.ts';
import type { LoadOrder, LoadReply, LoadRequest, LoadResult, LoadTargets } from './load-messages.ts';
import { ProductLoad } from './product-load.ts';
import type { SideLoad } from './side-load.ts';

const sides: { product?: ProductLoad; floor?: FloorLoad } = {};

async function begin({ people, network, floor }: LoadTargets): Promise<void> {
  sides.product = new ProductLoad(network);
  await sides.product.begin(people);
  if (floor === undefined) return;
  sides.floor = new FloorLoad(floor);
  await sides.floor.begin(people);
}

function sideOf({ side }: LoadOrder): SideLoad {
  const found = sides[side];
  if (found === undefined) throw new Error(`the load of the ${side} was not begun`);
  return found;
}

const sizes = { 'fetch-10kb': 'small', 'pause-and-resume': 'small', 'fetch-1mb': 'large', stream: 'stream' } as const;

async function prepare(order: LoadOrder): Promise<void> {
  const { operation, concurrency, times = 1 } = order;
  const side = sideOf(order);
  if (operation === 'issue') return;
  if (operation !== 'revoke-to-refused') return side.prepareFetch(sizes[operation], concurrency);
  await runClosedLoop((worker) => side.prepareRevocation(worker), { concurrency: Math.max(concurrency, 4), times });
}

async function run(order: LoadOrder): Promise<LoadResult> {
  const { operation } = order;
  const side = sideOf(order);
  if (operation === 'issue') return runClosedLoop(async (worker) => void (await side.issue(worker)), order);
  if (operation === 'revoke-to-refused') return runClosedLoop(() => side.revoke(), order);
  if (operation === 'pause-and-resume')
    return runClosedLoop(async (worker) => sides.product?.pauseAndResume(worker), order);
  return runClosedLoop((worker) => side.fetch(worker, sizes[operation]), order);
}

async function answer(request: LoadRequest): Promise<LoadReply> {
  const { id } = request;
  try {
    if ('begin' in request) await begin(request.begin);
    else if ('prepare' in request) await prepare(request.prepare);
    else return { id, result: await run(request.run) };
    return { id };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.on('message', (request: LoadRequest) => {
  void answer(request).then((reply) => process.send?.(reply));
});
process.once('disconnect', () => process.exit());
