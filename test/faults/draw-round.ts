import { SeededNumbers } from '../../apps/data-provider-adapter/record-sources/seeded-numbers.ts';
import type { Act } from './act.ts';
import { actsOf } from './acts-of.ts';
import type { DrawnRound, Moment } from './drawn-round.ts';
import { type Cut, everyRole, type Fault, type FaultKind, faultKinds, roleNames, roles } from './fault.ts';
import { storyKinds } from './story-kind.ts';

const pairs = ['saathi-bank', 'saathi-lender', 'lender-bank', 'person-saathi', 'systems-lender'] as const;
const hearers = [roles.manager, roles.provider, roles.user] as const;

/** @param only has this kind of fault whatever the seed's own would be */
export function drawRound(seed: number, only?: FaultKind): DrawnRound {
  const numbers = new SeededNumbers('faults', seed);
  const story = numbers.pick(storyKinds);
  // Ten seeds in a row have every kind.
  const kind = only ?? faultKinds[seed % faultKinds.length] ?? 'kill';
  const moment = drawMoment(numbers, actsOf[story]);
  const isRedis = numbers.chance(0.5) || kind === 'kill-redis';
  return { seed, queues: isRedis ? 'redis' : 'postgres', story, moment, fault: drawFault(numbers, kind, isRedis) };
}

function drawMoment(numbers: SeededNumbers, acts: readonly Act[]): Moment {
  const shares = acts.flatMap((act) => Array.from({ length: act.moments ?? 1 }, () => act));
  const act = shares[numbers.whole(0, shares.length - 1)];
  if (act === undefined) throw new Error('a story without acts');
  const isWithin = numbers.chance(0.6) || act.moments !== undefined;
  return { act: act.name, ...(isWithin && { delayMs: numbers.whole(0, act.spanMs) }) };
}

function drawFault(numbers: SeededNumbers, kind: FaultKind, isRedis: boolean): Fault {
  const [first, ...others] = roleNames;
  const anyRole = () => numbers.pick([first as string, ...others]);
  const lasts = (from: number, to: number) => numbers.whole(from, to);
  switch (kind) {
    case 'kill':
      return { kind, target: numbers.chance(0.3) ? everyRole : anyRole(), forMs: lasts(0, 800) };
    case 'kill-acknowledging':
      return { kind, target: numbers.pick(hearers), forMs: lasts(0, 800) };
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
