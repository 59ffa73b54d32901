import { setTimeout as sleep } from 'node:timers/promises';
import { momentWords, toInstant } from '#domain';
import { CommandFailure } from '../terminal/command-failure.ts';
import { dim, green, Terminal, yellow } from '../terminal/terminal.ts';
import { readForward } from './read-span.ts';
import { runSandbox } from './run-sandbox.ts';
import type { CallView, SandboxState } from './sandbox-acts.ts';
import { SandboxClient } from './sandbox-client.ts';
import { describeFault } from './sandbox-fault.ts';
import { readWhole } from './sandbox-fault-acts.ts';
import type { SandboxPlace } from './sandbox-place.ts';
import { spanWords } from './span-words.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface Json {
  readonly json?: boolean;
}

export async function start(
  place: SandboxPlace,
  given: Json & { seed: string; port: string },
  environment: Environment,
): Promise<void> {
  const firstPort = readWhole('--port', given.port);
  if (firstPort < 1024 || firstPort > 65_000) throw new CommandFailure('usage', '--port: 1024 to 65000');
  await runSandbox(place, { seed: given.seed, firstPort }, new Terminal(given.json === true), environment);
}

/** Returns when nothing of it runs any more. */
export async function stop(place: SandboxPlace, { json }: Json): Promise<void> {
  const terminal = new Terminal(json === true);
  const sandbox = new SandboxClient(place);
  const { pid } = await sandbox.state();
  await sandbox.stop();
  while (isAlive(pid)) await sleep(50);
  terminal.answer({ ok: true }, () => terminal.say(`${green('✔')} the sandbox has ended, and nothing of it is left`));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export async function show(place: SandboxPlace, { json }: Json): Promise<void> {
  const terminal = new Terminal(json === true);
  const state = await new SandboxClient(place).state();
  terminal.answer({ ok: true, ...state }, () => showState(terminal, state));
}

function showState(terminal: Terminal, { now, members, faults, join }: SandboxState): void {
  terminal.table(
    ['name', 'who', 'role', 'address', 'clock'],
    members.map(({ name, title, role, address, aheadMs }) => {
      return [name, title, role, address, aheadMs === undefined ? 'its own' : spanWords(aheadMs)];
    }),
  );
  terminal.say(`\nIt is ${momentWords(now)} in the sandbox.`);
  for (const fault of faults) {
    terminal.say(`${yellow('●')} ${describeFault(fault)} ${dim(`${fault.hits} calls so far`)}`);
  }
  if (faults.length === 0) terminal.say(`${green('✔')} nothing is broken`);
  terminal.say(dim('\nSettings of a role that joins:'));
  for (const [name, value] of Object.entries(join)) terminal.say(dim(`  ${name}=${value}`));
}

export async function sayEnvironment(place: SandboxPlace, { json }: Json): Promise<void> {
  const terminal = new Terminal(json === true);
  place.control();
  const quoted = `'${place.home.replaceAll("'", `'\\''`)}'`;
  terminal.answer({ ok: true, ASSENT_HOME: place.home }, () => terminal.say(`export ASSENT_HOME=${quoted}`));
}

export async function clock(
  place: SandboxPlace,
  by: string | undefined,
  { only, json }: Json & { only?: string },
): Promise<void> {
  const terminal = new Terminal(json === true);
  const sandbox = new SandboxClient(place);
  if (by === undefined) {
    const { now } = await sandbox.state();
    terminal.answer({ ok: true, now }, () => terminal.say(`It is ${momentWords(now)} in the sandbox.`));
    return;
  }
  const moved = await sandbox.clock(readForward(by), only);
  const now = toInstant(moved.now);
  terminal.answer({ ok: true, who: moved.who, now, withoutList: moved.withoutList }, () => {
    const whom = only === undefined ? 'in the sandbox' : `for ${only}`;
    terminal.say(`${green('✔')} it is ${momentWords(now)} ${whom}`);
    if (moved.withoutList.length === 0) return;
    terminal.say(yellow(`  no trust list of that time has reached ${moved.withoutList.join(', ')}`));
  });
}

export async function calls(
  place: SandboxPlace,
  who: string | undefined,
  { path = '', limit, json }: Json & { path?: string; limit: string },
): Promise<void> {
  const terminal = new Terminal(json === true);
  const { calls: all } = await new SandboxClient(place).calls(who);
  const found = all.filter((call) => call.path.startsWith(path)).slice(-readWhole('--limit', limit));
  terminal.answer({ ok: true, calls: found }, () =>
    terminal.table(['n', 'from', 'to', 'call', 'answer', 'about'], found.map(callWords)),
  );
}

const callWords = ({ n, caller, callee, method, path, status, event }: CallView) => [
  ...[`${n}`, caller, callee, `${method} ${path}`, `${status}`, event?.type.split(':').at(-1) ?? ''],
];

export async function join(place: SandboxPlace, name: string, { at, json }: Json & { at: string }): Promise<void> {
  const terminal = new Terminal(json === true);
  const joined = await new SandboxClient(place).join(name, at);
  terminal.answer({ ok: true, joined }, () => {
    terminal.say(`${green('✔')} ${joined.id} is in the trust list as ${name}`);
    if (joined.isBehindWire) return;
    terminal.say(`  others reach it at its own address. So that it can be made deaf, slow or wrong as well,`);
    terminal.say(`  start it with PUBLIC_URL=${joined.wire} and join again.`);
  });
}

export async function play(
  place: SandboxPlace,
  name: string | undefined,
  options: Json & { seed?: string },
  environment: Environment,
) {
  const { playNamed } = await import('./play-act.ts');
  await playNamed(
    place,
    name,
    options.seed === undefined ? undefined : readWhole('--seed', options.seed),
    options,
    environment,
  );
}
