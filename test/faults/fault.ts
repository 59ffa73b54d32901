import type { Cut } from '../../apps/network-node/network/wire.ts';

export const faultKinds = [
  ...(['kill', 'kill-acknowledging', 'kill-postgres', 'kill-redis', 'pause', 'pause-postgres'] as const),
  ...(['cut', 'cut-database', 'fill-disk', 'clock'] as const),
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** The names of the roles in the network of a round. */
export const roles = {
  registry: 'registry',
  manager: 'saathi',
  provider: 'bank',
  fund: 'fund',
  user: 'lender',
} as const;
export const roleNames = Object.values(roles);
export const everyRole = 'every role';

export type { Cut };

/** What is done to whom, and for how long: all there is to say of it before it happens. */
export interface Fault {
  readonly kind: FaultKind;
  /** A role, `every role`, `postgres`, `redis`; of a cut both ends, `lender-bank`; of a cut from the database the role. */
  readonly target: string;
  /** How a connection is cut. */
  readonly how?: Cut;
  /** How far a clock is moved; back where negative. */
  readonly minutes?: number;
  /** From the fault to its end: started again, let go on, connected, given room, set right. */
  readonly forMs: number;
}

const cuts: Record<Cut, string> = {
  refuse: 'every call is refused',
  reset: 'every answer is torn in half',
  swallow: 'every answer is lost',
  delay: 'every call is delayed',
};
const databaseCuts: Record<Cut, string> = {
  refuse: 'no connection holds',
  reset: 'every answer is torn in half',
  swallow: 'every answer is lost',
  delay: 'nothing gets through until the role is killed,',
};

/** For people. */
export function describeFault({ kind, target, how = 'refuse', minutes = 0, forMs }: Fault): string {
  const far = Math.abs(minutes) < 60 ? `${Math.abs(minutes)} min` : `${Math.abs(minutes) / 60} h`;
  const words: Record<FaultKind, string> = {
    kill: `${target} is killed, back after`,
    'kill-acknowledging': `${target} is killed as an acknowledgement is under way, back after`,
    'kill-postgres': 'PostgreSQL is killed, back after',
    'kill-redis': 'Redis is killed, back after',
    pause: `${target} is paused for`,
    'pause-postgres': 'PostgreSQL is paused for',
    cut: `between ${target.replace('-', ' and ')} ${cuts[how]} for`,
    'cut-database': `between ${target} and its database ${databaseCuts[how]} for`,
    'fill-disk': `the disk of ${target} is full for`,
    clock: `the clock of ${target} is ${far} ${minutes < 0 ? 'slow' : 'fast'} for`,
  };
  return `${words[kind]} ${forMs} ms`;
}
