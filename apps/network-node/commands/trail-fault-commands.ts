import { Argument, type Command } from 'commander';
import type { Here } from '../demo/here.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Loaded only where one is run: they bring the platform with them. */
const acts = () => import('./trail-fault-acts.ts');

/** As the platform tells them; named here so that `--help` needs nothing of it. */
const kinds = ['forged', 'lost', 'broken', 'contradiction'] as const;

export function addTrailFaultCommands(program: Command, here: Here, environment: Environment): void {
  const faults = program
    .command('trail-faults')
    .description('what a role found wrong with its audit trail, or one that it witnesses; acknowledge')
    .option('--role <name>', 'whose, where several roles run; without settings, a member of the demo network')
    .option('--json', 'one JSON object to stdout')
    .action(async (options) => (await acts()).listFaults(here, environment, options));
  faults
    .command('acknowledge')
    .addArgument(new Argument('<kind>').choices(kinds))
    .description('say that it was dealt with: it stays on record, with who and when, and wakes nobody any more')
    .requiredOption('--by <name>', 'who says so')
    .option('--detail <text>', 'only this one, as it is listed; else all of the kind')
    .action(async (kind, _, command: Command) =>
      (await acts()).acknowledgeFaults(here, environment, kind, command.optsWithGlobals()),
    );
}
