import { rm } from 'node:fs/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#embedded-postgres';
import { firstPortOfRun } from '../network/free-ports.ts';
import { urlOf } from '../network/member.ts';
import { removeLeftovers, temporaryFolder } from '../network/temporary-folder.ts';
import { CleanUp } from '../terminal/clean-up.ts';
import { bold, cyan, dim, green, Terminal } from '../terminal/terminal.ts';
import { unlessStopped, untilAskedToStop } from '../terminal/until-asked-to-stop.ts';
import { lockDemo } from './demo-lock.ts';
import type { Here } from './here.ts';
import { openInBrowser } from './open-in-browser.ts';
import type { DemoWanted, RunningDemo } from './run-demo-network.ts';
import type { StepResult } from './story-telling.ts';

export interface DemoOptions {
  readonly once?: boolean;
  readonly play?: boolean;
  readonly whole?: boolean;
  readonly json?: boolean;
  readonly seed: string;
}

/** Of this process: `NODE_ENV`, `NO_BROWSER` and where a desktop is. */
export type DemoEnvironment = Readonly<Record<string, string | undefined>>;

const tryNext = `
Or from a second terminal:
  npm run assent -- sign-in                      as Asha; the demo reads her code for you
  npm run assent -- ask                          the lender asks for two years of statements
  npm run assent -- request                      what it asks, in full
  npm run assent -- narrow fairlend --months 3   she allows three months
  npm run assent -- fetch                        the lender fetches them
  npm run assent -- read                         and reads them
  npm run assent -- revoke fairlend              she takes her yes back; now fetch again
  npm run assent -- timeline                     everything that touched her data
  npm run assent -- --help                       and all else
`;

/** The roles are read while PostgreSQL starts. */
async function startNetwork(
  folder: string,
  postgres: Promise<EmbeddedPostgres>,
  options: DemoWanted,
  cleanUp: CleanUp,
  terminal: Terminal,
): Promise<RunningDemo> {
  const { runDemoNetwork } = await import('./run-demo-network.ts');
  return runDemoNetwork(folder, postgres, options, cleanUp, (line) => terminal.say(`${green('✔')} ${line}`));
}

async function playStory(demo: RunningDemo, terminal: Terminal, isWhole: boolean): Promise<StepResult[]> {
  const { playWholeStory } = await import('./whole-story.ts');
  return playWholeStory(demo, terminal, isWhole);
}

/** @returns its address; none in production, where nobody is signed in without proof */
async function startTour(
  { network, state }: RunningDemo,
  environment: DemoEnvironment,
  cleanUp: CleanUp,
): Promise<string | undefined> {
  if (environment['NODE_ENV'] === 'production') return undefined;
  const { openTour } = await import('./open-tour.ts');
  const tour = await openTour(network, state.seed);
  cleanUp.add(() => tour.stop());
  return tour.url;
}

function showAddresses(
  { network, state }: RunningDemo,
  folder: string,
  tour: string | undefined,
  terminal: Terminal,
): void {
  terminal.say();
  terminal.table(
    ['who', 'role', 'address (/openapi.json)'],
    network.members.map(({ name, title, role }) => [title, role, urlOf(network, name)]),
  );
  terminal.say(tryNext);
  terminal.say(dim(`Everything is kept in ${folder}; delete that folder to begin anew. Seed: ${state.seed}`));
  terminal.say(`${bold('The demo network is up.')} ${cyan('Ctrl-C')} stops it; the next start goes on from here.`);
  // Last, where the eye is: it needs nothing but a browser.
  if (tour !== undefined)
    terminal.say(`\n${green('➜')} ${bold('Play each part yourself, in a browser:')} ${cyan(tour)}`);
}

/** @throws CommandFailure `in-use` where one runs in this folder, `interrupted` */
export async function runDemo(here: Here, options: DemoOptions, environment: DemoEnvironment): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const begun = performance.now();
  const seconds = () => Math.round((performance.now() - begun) / 10) / 100;
  const stopped = untilAskedToStop();
  const cleanUp = new CleanUp();
  try {
    // A run that ends by itself stands beside one that stays up, and leaves nothing behind.
    const folder = options.once ? temporaryFolder(here.home, 'demo-once') : here.demoFolder;
    if (options.once) cleanUp.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    const firstPort = options.once ? await firstPortOfRun() : 4100;
    await removeLeftovers(here.home, 'demo-once');
    terminal.say(dim('Starting PostgreSQL and six roles …'));
    cleanUp.add(lockDemo(folder));
    const postgres = startEmbeddedPostgres(`${folder}/postgres`);
    cleanUp.add(async () => (await postgres).stop());
    const demo = await unlessStopped(
      stopped,
      startNetwork(
        folder,
        postgres,
        { seed: options.seed, firstPort, nodeEnv: environment['NODE_ENV'] },
        cleanUp,
        terminal,
      ),
    );
    terminal.say(dim(`  all up after ${seconds()} s`));

    let steps: StepResult[] = [];
    if (options.once || options.play || !demo.state.played) {
      terminal.say();
      steps = await unlessStopped(stopped, playStory(demo, terminal, options.whole === true));
    } else {
      terminal.say(dim('  the story was played here before; once more: npm run demo -- --play'));
    }
    const ok = steps.every((step) => step.ok);
    if (ok) demo.remember({ played: true });
    else process.exitCode = 1;
    if (options.once) {
      terminal.answer({ ok, seconds: seconds(), steps }, () => terminal.say(`\n${steps.length} steps, ${seconds()} s`));
      return;
    }
    const tour = await startTour(demo, environment, cleanUp);
    showAddresses(demo, folder, tour, terminal);
    terminal.answer({ ok, seconds: seconds(), steps, ...(tour && { tour }) }, () => {});
    if (tour !== undefined && !terminal.json && openInBrowser(tour, environment)) {
      terminal.say(dim('  Your browser opens it by itself (NO_BROWSER=1 keeps it from doing so).'));
    }
    await stopped;
    terminal.say('\nStopping …');
  } finally {
    await cleanUp.run();
  }
}
