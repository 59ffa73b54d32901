import type { LoadOrder, Operation } from '../load/load-messages.ts';
import type { LoadProcess } from '../load/load-process.ts';
import { microsEach } from '../results.ts';
import type { ProductSide } from '../sides/product-side.ts';
import { addUp, type Measured, measureSlice } from './slice.ts';

/** A product and the process that calls it. */
export interface Driven {
  readonly product: ProductSide;
  readonly load: LoadProcess;
}

/** What a product does when it is its turn. */
export type Turn = Pick<LoadOrder, 'concurrency' | 'seconds' | 'times'> & { readonly operation: Operation };

export const takeTurn = ({ product, load }: Driven, turn: Turn): Promise<Measured> =>
  measureSlice(load, product, { side: 'product', ...turn });

/** What the machine does meanwhile lasts for seconds: many short turns. */
const ROUNDS = 3;

/** Processor time of one operation at two products, in turns. */
export async function compareInTurns(one: Driven, other: Driven, turn: Turn): Promise<[one: number, other: number]> {
  const [ones, others]: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ones.push(await takeTurn(one, turn));
    others.push(await takeTurn(other, turn), await takeTurn(other, turn));
    ones.push(await takeTurn(one, turn));
  }
  return [microsEach(addUp(ones)), microsEach(addUp(others))];
}
