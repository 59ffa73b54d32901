import { existsSync } from 'node:fs';
import { everyRole, type Fault, roleNames, roles } from './fault.ts';
import type { FaultNetwork } from './fault-network.ts';

/** Puts an end to a fault. */
export type Heal = () => Promise<void>;

/** @returns why this machine cannot have the fault; undefined where it can */
export function findHindrance(at: FaultNetwork, { kind, target }: Fault): string | undefined {
  if (target === 'redis' && !at.hasRedis) return 'no redis-server here';
  if (kind === 'fill-disk' && !at.disks.has(target)) return 'no leave to mount a small disk here';
  if (kind === 'pause-postgres' && !existsSync('/proc/self/stat'))
    return 'the processes of PostgreSQL are not listed here';
  return undefined;
}

/** Makes something break. */
export async function injectFault(at: FaultNetwork, fault: Fault): Promise<Heal> {
  const { kind, target } = fault;
  switch (kind) {
    case 'kill':
      return kill(at, target === everyRole ? roleNames : [target]);
    case 'kill-acknowledging':
      await killAcknowledging(at, target);
      return async () => at.startRole(target);
    case 'kill-postgres':
      await at.postgres.kill();
      return () => at.postgres.startAgain();
    case 'kill-redis':
      await at.killRedis();
      return () => at.startRedisAgain();
    case 'pause':
      process.kill(at.pidOf(target), 'SIGSTOP');
      return async () => void process.kill(at.pidOf(target), 'SIGCONT');
    case 'pause-postgres':
      at.postgres.pause();
      return async () => at.postgres.goOn();
    case 'cut':
      return cut(at, fault);
    case 'cut-database':
      return cutDatabase(at, fault);
    case 'fill-disk':
      return fillDisk(at, target);
    case 'clock':
      at.clocks.move(target, at.pidOf(target), fault.minutes ?? 0);
      return async () => at.clocks.move(target, at.pidOf(target), 0);
  }
}

async function kill(at: FaultNetwork, names: readonly string[]): Promise<Heal> {
  await Promise.all(names.map((name) => at.killRole(name)));
  return async () => {
    for (const name of names) at.startRole(name);
  };
}

/** So long a role is given to hear of something. */
const acknowledgingMs = 5000;
/** They come all the time: what the story tells is what matters. */
const checkpoints = 'audit-trail.sealed';

/** The moment it has acknowledged an event, before its sender hears of it; where none comes, in the end without one. */
async function killAcknowledging(at: FaultNetwork, name: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const wire = at.wires.get(name);
  if (wire === undefined) return;
  const kill = () => {
    wire.onAcknowledged = () => undefined;
    resolve(at.killRole(name));
  };
  const patience = setTimeout(kill, acknowledgingMs);
  wire.onAcknowledged = (event) => void (event?.type.endsWith(checkpoints) || kill());
  await promise;
  clearTimeout(patience);
}

/** Each way: neither is answered by the other. */
function cut(at: FaultNetwork, { target, how = 'refuse' }: Fault): Heal {
  const [one = '', other = ''] = target.split('-');
  const ways = [
    { wire: at.wires.get(one), caller: other },
    { wire: at.wires.get(other), caller: one },
    ...(other === roles.registry ? [{ wire: at.registryWires.get(one), caller: one }] : []),
  ];
  for (const { wire, caller } of ways) wire?.cuts.set(caller, how);
  return async () => {
    for (const { wire, caller } of ways) wire?.cuts.delete(caller);
  };
}

/** What a role has promised while nothing got through is gone with it: it must have promised nothing. */
function cutDatabase(at: FaultNetwork, { target, how = 'refuse' }: Fault): Heal {
  const wire = at.databaseWires.get(target);
  wire?.cut(how);
  return async () => {
    if (how === 'delay') await at.killRole(target);
    wire?.heal();
    if (how === 'delay') at.startRole(target);
  };
}

/** PostgreSQL may have ended of it, as it does where it cannot write its log. */
function fillDisk(at: FaultNetwork, target: string): Heal {
  const disk = at.disks.get(target);
  disk?.fill();
  return async () => {
    disk?.free();
    if (target === 'postgres') await at.postgres.startAgain();
  };
}
