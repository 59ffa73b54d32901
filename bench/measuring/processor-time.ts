import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second wherever Node runs. */
const MICROS_PER_TICK = 10_000;

interface ProcessTimes {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended and were waited for. */
  readonly ended: number;
}

/** The fields after the name, which may itself hold spaces and brackets (proc(5)). */
function readTimes(pid: number): ProcessTimes | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (field: number) => fields[field - 3] ?? 0;
    return { parent: at(4), own: at(14) + at(15), ended: at(16) + at(17) };
  } catch {
    return undefined;
  }
}

/** User and system time of one process so far, in microseconds, all its threads included. 0 where it is gone. */
export function processorMicros(pid: number): number {
  return (readTimes(pid)?.own ?? 0) * MICROS_PER_TICK;
}

/** The same of a PostgreSQL server: the postmaster, every backend there is, and those that have ended. */
export function serverMicros(postmaster: number): number {
  const server = readTimes(postmaster);
  if (server === undefined) return 0;
  let ticks = server.own + server.ended;
  for (const name of readdirSync('/proc')) {
    const times = /^\d+$/.test(name) ? readTimes(Number(name)) : undefined;
    if (times?.parent === postmaster) ticks += times.own + times.ended;
  }
  return ticks * MICROS_PER_TICK;
}
