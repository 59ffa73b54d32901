import { parseArgs } from 'node:util';
import { CommandFailure } from '../../apps/network-node/terminal/command-failure.ts';

export interface BrowserOptions {
  readonly json: boolean;
  readonly quick: boolean;
  /** Only sets of pages and journeys whose names contain it. */
  readonly only: string;
  /** Writes a picture of every page in place of judging it. */
  readonly pictures: boolean;
}

const usage = 'npm run browser -- [--json] [--quick] [--only NAME]';

/** @throws CommandFailure `usage` */
export function readOptions(args: readonly string[]): BrowserOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        only: { type: 'string', default: '' },
        pictures: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new CommandFailure('usage', `${(error as Error).message}\n${usage}`);
  }
}
