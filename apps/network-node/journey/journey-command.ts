import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Here } from '../demo/here.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import { green, red, Terminal } from '../terminal/terminal.ts';
import { type HospitalKind, hospitalKinds } from './hospital-kinds.ts';
import type { JourneyRun } from './journey-network.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface JourneyGiven {
  readonly data?: string;
  readonly people?: string;
  readonly source: string;
  readonly replicas?: string;
  readonly redis?: string;
  readonly json?: boolean;
}

function readPeople(given: string | undefined): { people?: number } {
  if (given === undefined) return {};
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new CommandFailure('usage', `--people ${given}: a whole number is needed`);
  return { people: Number(given) };
}

function readRun({ replicas = '1', redis }: JourneyGiven): JourneyRun {
  if (!/^[1-8]$/.test(replicas)) throw new CommandFailure('usage', `--replicas ${replicas}: 1 to 8`);
  if (redis !== undefined && redis !== 'auto' && !/^rediss?:\/\//.test(redis)) {
    throw new CommandFailure('usage', '--redis: redis://…, rediss://…, or auto');
  }
  return { replicas: Number(replicas), ...(redis === undefined ? {} : { redis }) };
}

function readKinds(given: string): { sources: readonly HospitalKind[] } {
  const sources = [...new Set(given.split(','))].map((name) => hospitalKinds.find((kind) => kind === name));
  const known = sources.filter((kind) => kind !== undefined);
  if (known.length === sources.length) return { sources: known };
  throw new CommandFailure('usage', `--source ${given}: there are ${hospitalKinds.join(', ')}`);
}

async function journey(given: JourneyGiven, here: Here, environment: Environment): Promise<void> {
  const terminal = new Terminal(given.json === true);
  const data = given.data === undefined ? {} : { data: resolve(given.data) };
  const asked = { ...readPeople(given.people), ...readKinds(given.source), ...readRun(given) };
  const { runJourney } = await import('./run-journey.ts');
  const result = await runJourney({ ...data, ...asked }, here.home, environment, (line) => terminal.say(line));
  terminal.answer({ ok: result.mismatches === 0, ...result }, () => {
    for (const [name, value] of Object.entries(result)) terminal.say(`${name.padEnd(16)} ${JSON.stringify(value)}`);
    terminal.say(result.mismatches === 0 ? green('✔ every record came as it is at the source') : red('✘ mismatches'));
  });
  if (result.mismatches > 0) process.exitCode = 1;
}

export function addJourneyCommand(program: Command, here: Here, environment: Environment): void {
  program
    .command('journey')
    .description("every record of a hospital's people, linked, asked for, approved, fetched, read and compared")
    .option('--data <folder>', 'FHIR R4 bulk-export NDJSON (default: generated people)')
    .option('--people <n>', 'only the first so many people (default: all of --data, else 12)')
    .option(
      '--source <kinds>',
      `what the hospital keeps them in, or a hospital each, joined by commas: ${hospitalKinds.join(', ')}`,
      'fhir-ndjson',
    )
    .option('--replicas <n>', 'processes of each role, behind one address', '1')
    .option('--redis <url>', 'queues in this Redis, or one of its own: auto (default: in PostgreSQL)')
    .option('--json', 'one JSON object to stdout')
    .action((given: JourneyGiven) => journey(given, here, environment));
}
