import type { Command } from 'commander';
import type { Here } from '../demo/here.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Loaded only where one is run: they bring the platform with them. */
const views = () => import('./events-views.ts');
const replays = () => import('./events-replay.ts');

const role = [
  '--role <name>',
  'whose, where several roles run; without settings, a member of the demo network',
] as const;
const json = ['--json', 'one JSON object to stdout'] as const;
const receiver = ['--receiver <id>', 'only what is told to this participant'] as const;

export function addEventsCommands(program: Command, here: Here, environment: Environment): void {
  // What stands before a word below may come behind it: `events replay --role bank`.
  const events = program
    .command('events')
    .description('what others have not acknowledged yet, by counterpart and one by one; show, replay')
    .option(...role)
    .option(...receiver)
    .option('--dead', 'only those that are pushed no more')
    .option('--type <type>', 'only of this type: consent-artefact.revoked')
    .option('--limit <n>', 'how many at most, oldest first', '50')
    .option('--after <id>', 'the page after this one')
    .option(...json)
    .action(async (options) => (await views()).listEvents(here, environment, options));
  events
    .command('show <id>')
    .description('one event with its claims and every attempt')
    .action(async (id, _, command: Command) =>
      (await views()).showEvent(here, environment, id, command.optsWithGlobals()),
    );
  events
    .command('replay [ids...]')
    .description('have events told anew, now: those named, also acknowledged ones; or by --receiver, --dead, --all')
    .option('--all', 'all that were not acknowledged')
    .action(async (ids, _, command: Command) =>
      (await replays()).replayEvents(here, environment, ids, command.optsWithGlobals()),
    );
  program
    .command('deliveries')
    .description('the log of deliveries: what arrived, what was refused, who was away, and what was done about it')
    .option(...role)
    .option(...receiver)
    .option('--limit <n>', 'how many at most, newest first', '50')
    .option('--before <place>', 'the page before this place')
    .option(...json)
    .action(async (options) => (await views()).listDeliveries(here, environment, options));
}
