import { join } from 'node:path';
import { packageRoot } from '#platform';
import { CommandFailure } from '../terminal/command-failure.ts';
import { bold, cyan, dim, green, red, Terminal } from '../terminal/terminal.ts';
import { untilAskedToStop } from '../terminal/until-asked-to-stop.ts';
import { SandboxClient } from './sandbox-client.ts';
import type { SandboxPlace } from './sandbox-place.ts';
import { drawScenario } from './scenarios/draw-scenario.ts';
import { type PlayedScenario, playScenario } from './scenarios/play-scenario.ts';
import type { StepRun } from './scenarios/run-step.ts';
import type { Scenario, Step } from './scenarios/step.ts';
import { workedScenarios } from './scenarios/worked-scenarios.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a scenario answers with `--json`, beside its steps. */
export interface PlayOptions {
  readonly json?: boolean;
}

function choose(name: string | undefined, seed: number | undefined): Scenario | undefined {
  if (name !== undefined && seed !== undefined) throw new CommandFailure('usage', 'a scenario or --seed, not both');
  if (seed !== undefined) return drawScenario(seed);
  if (name === undefined) return undefined;
  const scenario = workedScenarios.find((one) => one.name === name);
  if (scenario !== undefined) return scenario;
  const names = workedScenarios.map((one) => one.name).join(', ');
  throw new CommandFailure('not-found', `there is no scenario ${name}, only ${names}, and any --seed`);
}

/** Fails the process where a step comes to something else, or what must hold does not. */
export async function playNamed(
  place: SandboxPlace,
  name: string | undefined,
  seed: number | undefined,
  { json }: PlayOptions,
  environment: Environment,
): Promise<void> {
  const terminal = new Terminal(json === true);
  const scenario = choose(name, seed);
  if (scenario === undefined) return list(terminal);
  const begun = performance.now();
  const main = join(packageRoot(), 'dist', 'apps', 'network-node', 'main.js');
  const where = { sandbox: new SandboxClient(place), main, home: place.home, environment };
  terminal.say(`${bold(scenario.name)}: ${scenario.title}\n`);
  let n = 0;
  const tell = (step: Step, run: StepRun) => {
    n += 1;
    for (const line of describeStep(n, step, run)) terminal.say(line);
  };
  const played = await playScenario(scenario, where, untilAskedToStop(), tell);
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const drawn = seed === undefined ? {} : { seed };
  terminal.answer({ ...played, ...drawn, seconds }, () => showEnd(terminal, played, seconds));
  if (!played.ok) process.exitCode = 1;
}

function list(terminal: Terminal): void {
  const scenarios = workedScenarios.map(({ name, title, steps }) => ({ name, title, steps: steps.length }));
  terminal.answer({ ok: true, scenarios }, () => {
    terminal.table(
      ['scenario', 'what happens', 'steps'],
      scenarios.map(({ name, title, steps }) => [name, title, `${steps}`]),
    );
    terminal.say(dim('or one that is drawn: sandbox play --seed 7'));
  });
}

function describeStep(n: number, { says, command }: Step, { ok, code, came }: StepRun): string[] {
  const end = [code === 'ok' ? '' : code, came].filter((text) => text !== '').join(': ');
  const mark = ok ? green('✔') : red('✘');
  return [
    `${dim(`${n}`.padStart(3))}  ${says}`,
    `     ${cyan('assent')} ${command.join(' ')}`,
    `     ${mark} ${ok ? end || 'done' : red(end)}`,
  ];
}

function showEnd(terminal: Terminal, { ok, steps, invariants }: PlayedScenario, seconds: number): void {
  terminal.say();
  for (const [name, what] of Object.entries(invariants)) {
    terminal.say(what === 'held' ? `${green('✔')} ${name}` : `${red('✘')} ${name}: ${what}`);
  }
  terminal.say(`${ok ? green('✔ as it must be') : red('✘ not as it must be')}: ${steps.length} steps, ${seconds} s`);
}
