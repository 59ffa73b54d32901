// npm run bench -- [--json] [--quick] [--only OPERATION|growth] [--queues postgresql]
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '#platform';
import { CleanUp } from '../apps/network-node/terminal/clean-up.ts';
import { Terminal } from '../apps/network-node/terminal/terminal.ts';
import { unlessStopped, untilAskedToStop } from '../apps/network-node/terminal/until-asked-to-stop.ts';
import { type Operation, operations } from './load/load-messages.ts';
import { type PlanName, plans } from './plan.ts';
import type { BenchResult } from './results.ts';
import { runBench } from './run-bench.ts';

const { values: given } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    smallest: { type: 'boolean', default: false },
    only: { type: 'string' },
    queues: { type: 'string' },
    profile: { type: 'string' },
  },
});
const terminal = new Terminal(given.json);

function show({ results, counts, trailOverhead, stream, growth, ...about }: BenchResult): void {
  const fields = [
    'name',
    'concurrency',
    'perSecond',
    'floorPerSecond',
    'ratio',
    'cpuMicros',
    'floorCpuMicros',
  ] as const;
  const times = ['p50Ms', 'p99Ms', 'floorP50Ms', 'floorP99Ms'] as const;
  const all = [...fields, ...times];
  terminal.table(
    all,
    results.map((result) => all.map((field) => `${result[field]}`)),
  );
  const done = ['signatures', 'verifications', 'keyAgreements', 'callsServed', 'statements', 'commits'] as const;
  terminal.table(
    ['each takes', ...done.map((name) => `${name} (floor)`)],
    counts.map(({ name, product, floor }) => [name, ...done.map((of) => `${product[of]} (${floor[of]})`)]),
  );
  if (trailOverhead !== undefined) {
    terminal.table(
      ['audit trail', 'cpuMicros', 'without', 'trailOverhead'],
      trailOverhead.map((one) => [one.name, `${one.cpuMicros}`, `${one.withoutMicros}`, `${one.trailOverhead}`]),
    );
  }
  if (growth !== undefined) {
    terminal.table(
      ['growth', 'at', 'cpuMicros'],
      growth.map(({ name, at, cpuMicros }) => [name, `${at}`, `${cpuMicros}`]),
    );
  }
  if (stream !== undefined) terminal.say(JSON.stringify({ ...about, stream }));
}

function nodeOptions(): string {
  if (given.profile === undefined) return '';
  return `--cpu-prof --cpu-prof-interval=500 --cpu-prof-dir=${resolve(process.env['INIT_CWD'] ?? '.', given.profile)}`;
}

function readOnly(): Operation | 'growth' | undefined {
  if (given.only === undefined) return undefined;
  const choices = [...operations, 'growth'] as const;
  const found = choices.find((name) => name === given.only);
  if (found === undefined) throw new Error(`--only takes one of ${choices.join(', ')}`);
  return found;
}

function readQueues(): 'postgresql' | undefined {
  if (given.queues === undefined || given.queues === 'postgresql') return given.queues;
  throw new Error('--queues takes postgresql; without it they are in Redis where there is one');
}

const planName: PlanName = given.smallest ? 'smallest' : given.quick ? 'quick' : 'full';
const stopped = untilAskedToStop();
const cleanUp = new CleanUp();
try {
  if (process.platform !== 'linux') throw new Error('the bench reads processor times from /proc: it needs Linux');
  const home = resolve(process.env['ASSENT_HOME'] ?? join(packageRoot(), '.assent'));
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const about = { plan: plans[planName], nodeOptions: nodeOptions(), only: readOnly(), queues: readQueues() };
  const result = await unlessStopped(stopped, runBench({ ...about, say }, home, process.env, cleanUp));
  terminal.answer(result, () => show(result));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  if (given.json) console.log(JSON.stringify({ ok: false, error: error instanceof Error ? error.message : 'unknown' }));
  process.exitCode = 1;
} finally {
  await cleanUp.run();
}
process.stdout.write('', () => process.exit());
