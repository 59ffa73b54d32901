import { SeededNumbers } from '../../apps/data-provider-adapter/record-sources/seeded-numbers.ts';
import type { Act } from './act.ts';
import { actsOf } from './acts-of.ts';
import type { DrawnRound, Moment } from './drawn-round.ts';
import { type Cut, everyRole, type Fault, type FaultKind, faultKinds, roleNames } from './fault.ts';
import { storyKinds } from './story-kind.ts';

const pairs = [
  ...(['saathi-bank', 'saathi-lender', 'lender-bank', 'person-saathi', 'systems-lender'] as const),
  ...(['saathi-fund', 'lender-fund', 'saathi-registry', 'bank-registry', 'fund-registry', 'lender-registry'] as const),
] as const;

/** @param only has this kind of fault whatever the seed's own would be */
export function drawRound(seed: number, only?: FaultKind): DrawnRound {
  const numbers = new SeededNumbers('faults', seed);
  const story = numbers.pick(storyKinds);
  // Ten seeds in a row have every kind.
  const kind = only ?? faultKinds[seed % faultKinds.length] ?? 'kill';
  const moment = drawMoment(numbers, actsOf[story]);
  const isRedis = numbers.chance(0.5) || kind === 'kill-redis';
  const round = { seed, queues: isRedis ? 'redis' : 'postgres', story } as const;
  if (kind === 'kill-acknowledging') return { ...round, ...drawAcknowledging(numbers, actsOf[story]) };
  return { ...round, moment, fault: drawFault(numbers, kind, isRedis) };
}

/** It lies in wait as the act begins: when the acknowledgement passes nobody knows beforehand. */
function drawAcknowledging(numbers: SeededNumbers, acts: readonly Act[]): Pick<DrawnRound, 'moment' | 'fault'> {
  const [first, ...others] = acts.flatMap(({ name, hearers = [] }) => hearers.map((target) => ({ act: name, target })));
  if (first === undefined) throw new Error('a story in which nobody hears of anything');
  const { act, target } = numbers.pick([first, ...others]);
  const fault = { kind: 'kill-acknowledging', target, forMs: numbers.whole(0, 800) } as const;
  return { moment: { act, delayMs: 0 }, fault };
}

function drawMoment(numbers: SeededNumbers, acts: readonly Act[]): Moment {
  const shares = acts.flatMap((act) => Array.from({ length: act.moments ?? 1 }, () => act));
  const act = shares[numbers.whole(0, shares.length - 1)];
  if (act === undefined) throw new Error('a story without acts');
  const isWithin = numbers.chance(0.6) || act.moments !== undefined;
  return { act: act.name, ...(isWithin && { delayMs: numbers.whole(0, act.spanMs) }) };
}

function drawFault(numbers: SeededNumbers, kind: Exclude<FaultKind, 'kill-acknowledging'>, isRedis: boolean): Fault {
  const [first, ...others] = roleNames;
  const anyRole = () => numbers.pick([first as string, ...others]);
  const lasts = (from: number, to: number) => numbers.whole(from, to);
  switch (kind) {
    case 'kill':
      return { kind, target: numbers.chance(0.3) ? everyRole : anyRole(), forMs: lasts(0, 800) };
    case 'kill-postgres':
      return { kind, target: 'postgres', forMs: lasts(0, 1500) };
    case 'kill-redis':
      return { kind, target: 'redis', forMs: lasts(0, 2000) };
    case 'pause':
      return { kind, target: isRedis && numbers.chance(0.3) ? 'redis' : anyRole(), forMs: lasts(100, 4000) };
    case 'pause-postgres':
      return { kind, target: 'postgres', forMs: lasts(100, 3000) };
    case 'cut':
      return { kind, target: numbers.pick(pairs), how: numbers.pick(cutsDrawn), forMs: lasts(200, 2500) };
    case 'cut-database':
      return { kind, target: anyRole(), how: numbers.pick(cutsDrawn), forMs: lasts(200, 2500) };
    case 'fill-disk':
      return { kind, target: numbers.chance(0.5) ? 'postgres' : anyRole(), forMs: lasts(200, 2500) };
    case 'clock':
      return { kind, target: anyRole(), minutes: numbers.pick(minutesDrawn), forMs: lasts(300, 2500) };
  }
}

const cutsDrawn: [Cut, ...Cut[]] = ['refuse', 'reset', 'swallow', 'delay'];
const minutesDrawn: [number, ...number[]] = [5, -5, 20, -20, 180, -180];
