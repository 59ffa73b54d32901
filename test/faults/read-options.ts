import { parseArgs } from 'node:util';
import { CommandFailure } from '../../apps/network-node/terminal/command-failure.ts';
import { type FaultKind, faultKinds } from './fault.ts';

export interface FaultsOptions {
  readonly json: boolean;
  readonly seed: number;
  readonly rounds: number;
  readonly only?: FaultKind;
  /** A defect to be found. */
  readonly plant?: string;
}

const usage = `npm run faults -- [--json] [--seed N] [--rounds N] [--kind ${faultKinds.join(' | ')}] [--plant NAME]`;

/** @throws CommandFailure `usage` */
export function readOptions(args: readonly string[]): FaultsOptions {
  const { values } = parse(args);
  const kind = faultKinds.find((known) => known === values.kind);
  if (values.kind !== undefined && kind === undefined) throw new CommandFailure('usage', `--kind: ${usage}`);
  const seed = values.seed ?? `${1 + Math.floor(Math.random() * 1_000_000)}`;
  for (const text of [seed, values.rounds]) {
    if (!/^[1-9]\d{0,8}$/.test(text)) throw new CommandFailure('usage', `${text}: a whole number. ${usage}`);
  }
  const only = kind === undefined ? {} : { only: kind };
  const plant = values.plant === undefined ? {} : { plant: values.plant };
  return { json: values.json, seed: Number(seed), rounds: Number(values.rounds), ...only, ...plant };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        seed: { type: 'string' },
        rounds: { type: 'string', default: '100' },
        kind: { type: 'string' },
        plant: { type: 'string' },
      },
    });
  } catch (error) {
    throw new CommandFailure('usage', `${error instanceof Error ? error.message : error}\n${usage}`);
  }
}
