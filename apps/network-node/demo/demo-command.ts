import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { packageRoot } from '#platform';
import { urlOf } from '../network/member.ts';
import { bold, cyan, dim, green, Terminal } from '../terminal/terminal.ts';
import { untilAskedToStop } from '../terminal/until-asked-to-stop.ts';
import { clinicVisit } from './clinic-story.ts';
import { loan } from './loan-story.ts';
import { type RunningDemo, runDemoNetwork } from './run-demo-network.ts';
import { setStage } from './set-stage.ts';
import { signInAndLink } from './sign-in-story.ts';
import { type StepResult, tellStory } from './story-telling.ts';

export const demoFolder = (): string => join(packageRoot(), '.assent', 'demo');

interface DemoOptions {
  readonly once?: boolean;
  readonly play?: boolean;
  readonly json?: boolean;
  readonly seed: string;
}

async function play(demo: RunningDemo, terminal: Terminal): Promise<StepResult[]> {
  const stage = setStage(demo.network, demo.state.seed);
  try {
    return await tellStory([...signInAndLink, ...clinicVisit, ...loan], stage, terminal);
  } finally {
    await stage.close();
  }
}

function showAddresses({ network }: RunningDemo, terminal: Terminal): void {
  terminal.say();
  terminal.table(
    ['who', 'role', 'address', 'its API'],
    network.members.map(({ name, title, role }) => [
      title,
      role,
      urlOf(network, name),
      `${urlOf(network, name)}/openapi.json`,
    ]),
  );
}

const tryNext = `
What to try next, in a second terminal:
  npm run assent -- sign-in                 sign in as the person of the story (the code is read from the local outbox)
  npm run assent -- ask --template loan-application
  npm run assent -- requests                what is asked of her
  npm run assent -- narrow HANDLE --months 3
  npm run assent -- fetch CONSENT           the lender fetches; then: npm run assent -- read CONSENT
  npm run assent -- timeline                everything that touched her data
`;

async function runDemo(options: DemoOptions): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const begun = performance.now();
  const seconds = () => Math.round((performance.now() - begun) / 10) / 100;
  // A run that ends by itself stands beside one that stays up, and leaves nothing behind.
  const folder = options.once ? `${demoFolder()}-once-${process.pid}` : demoFolder();
  const demo = await runDemoNetwork(folder, options.seed, (line) => terminal.say(`${green('✔')} ${line}`));
  let steps: StepResult[] = [];
  try {
    terminal.say(dim(`  all up after ${seconds()} s`));
    if (options.once || options.play || !demo.state.played) {
      terminal.say();
      steps = await play(demo, terminal);
      demo.remember({ played: true });
    }
    const ok = steps.every((step) => step.ok);
    if (!ok) process.exitCode = 1;
    if (options.once) {
      terminal.answer({ ok, seconds: seconds(), steps }, () => terminal.say(`\n${steps.length} steps, ${seconds()} s`));
      return;
    }
    showAddresses(demo, terminal);
    terminal.say(tryNext);
    terminal.say(`${bold('The demo network is up.')} ${cyan('Ctrl-C')} stops it; what happened is kept in ${folder}.`);
    if (options.json) terminal.answer({ ok, seconds: seconds(), steps }, () => {});
    await untilAskedToStop();
    terminal.say('\nStopping …');
  } finally {
    await demo.stop();
    if (options.once) await rm(folder, { recursive: true, force: true });
  }
}

export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('run a small network on this machine, and play the story of a consent in it')
    .option('--once', 'play the story and end')
    .option('--play', 'play the story again, where it was played before')
    .option('--seed <text>', 'people and records are made from it', 'assent')
    .option('--json', 'one JSON object to stdout')
    .action(runDemo);
}
