import { startEmbeddedPostgres } from '#embedded-postgres';
import { lockDemo } from '../demo/demo-lock.ts';
import { CleanUp } from '../terminal/clean-up.ts';
import { bold, cyan, dim, green, type Terminal } from '../terminal/terminal.ts';
import { unlessStopped, untilAskedToStop } from '../terminal/until-asked-to-stop.ts';
import type { SandboxState } from './sandbox-acts.ts';
import type { SandboxPlace } from './sandbox-place.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface SandboxOptions {
  readonly seed: string;
  readonly firstPort: number;
}

const tryNext = `
In a second terminal:
  eval "$(npm run -s assent -- sandbox env)"     its commands are for this network, on its clock
  npm run assent -- sandbox play                 what can be played
  npm run assent -- sandbox play deaf-provider   a consent ends while the bank hears nothing
  npm run assent -- sandbox clock +3d            three days later
  npm run assent -- sandbox wrong bank           the bank answers with 500
  npm run assent -- sandbox heal                 all is well again
`;

/** Runs a sandbox until it is asked to stop; nothing of it is left then. @throws CommandFailure `in-use`, `not-allowed` */
export async function runSandbox(
  place: SandboxPlace,
  options: SandboxOptions,
  terminal: Terminal,
  environment: Environment,
): Promise<void> {
  const begun = performance.now();
  const stopped = Promise.withResolvers<void>();
  void untilAskedToStop().then(stopped.resolve);
  const cleanUp = new CleanUp();
  try {
    place.checkOwn();
    const release = lockDemo(place.networkFolder, 'sandbox');
    cleanUp.add(async () => place.remove());
    cleanUp.add(release);
    place.begin();
    terminal.say(dim('Starting PostgreSQL and six roles …'));
    const postgres = startEmbeddedPostgres(`${place.networkFolder}/postgres`);
    cleanUp.add(async () => (await postgres).stop());
    const [{ SandboxNetwork }, { SandboxActs }, { ControlServer }] = await Promise.all([
      import('./sandbox-network.ts'),
      import('./sandbox-acts.ts'),
      import('./control-server.ts'),
    ]);
    const start = { ...options, folder: place.networkFolder };
    const starting = SandboxNetwork.start(
      start,
      postgres,
      cleanUp,
      (line) => terminal.say(`${green('✔')} ${line}`),
      environment,
    );
    const acts = new SandboxActs(await unlessStopped(stopped.promise, starting), options.seed, place.home);
    const server = await ControlServer.start(acts, stopped.resolve);
    cleanUp.add(() => server.stop());
    place.announce(server.control);
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    terminal.answer({ ok: true, seconds, ...acts.state() }, () => showStarted(terminal, acts.state(), seconds));
    await stopped.promise;
    terminal.say('\nStopping …');
  } finally {
    await cleanUp.run();
  }
}

function showStarted(terminal: Terminal, { members, join, folder }: SandboxState, seconds: number): void {
  terminal.say(dim(`  all up after ${seconds} s\n`));
  terminal.table(
    ['name', 'who', 'role', 'address'],
    members.map(({ name, title, role, address }) => [name, title, role, address]),
  );
  terminal.say('\nFor a role of yours that joins, in its settings:');
  for (const [name, value] of Object.entries(join)) terminal.say(dim(`  ${name}=${value}`));
  terminal.say(tryNext);
  terminal.say(
    `${bold('The sandbox is up.')} ${cyan('Ctrl-C')} or ${cyan('sandbox stop')} ends it, and removes ${folder}.`,
  );
}
