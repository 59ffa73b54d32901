import type { Command } from 'commander';
import type { Here } from '../demo/here.ts';
import { faultsCommands } from './sandbox-fault-commands.ts';
import { refuseInProduction, SandboxPlace } from './sandbox-place.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Loaded only where one is run: they bring the platform with them. */
const acts = () => import('./sandbox-command-acts.ts');

const json = ['--json', 'one JSON object to stdout'] as const;

export function addSandboxCommand(program: Command, here: Here, environment: Environment): void {
  const sandbox = program
    .command('sandbox')
    .description('a network to try a counterpart in: its clock moves, its members can be slow, deaf or wrong')
    .hook('preAction', () => refuseInProduction(environment));
  const place = () => new SandboxPlace(here.home);
  sandbox
    .command('start')
    .description('run one on this machine until Ctrl-C or `sandbox stop`; nothing of it is left then')
    .option('--seed <text>', 'people and records are made from it', 'assent')
    .option('--port <n>', 'the first of its addresses', '4300')
    .option(...json)
    .action(async (options) => (await acts()).start(place(), options, environment));
  sandbox
    .command('stop')
    .description('end it')
    .option(...json)
    .action(async (options) => (await acts()).stop(place(), options));
  sandbox
    .command('show')
    .description('who is in it, what time it is there, and what is broken')
    .option(...json)
    .action(async (options) => (await acts()).show(place(), options));
  sandbox
    .command('env')
    .description('for eval "$(…)": the commands of this terminal are for the sandbox then')
    .option(...json)
    .action(async (options) => (await acts()).sayEnvironment(place(), options));
  sandbox
    .command('clock [by]')
    .description('what time it is, or set it forward for all: +3d, +12h, +30m')
    .option('--only <name>', 'only the clock of this one')
    .option(...json)
    // A minus is no option but a mistake that deserves a reason.
    .allowUnknownOption()
    .action(async (by, options) => (await acts()).clock(place(), by, options));
  faultsCommands(sandbox, place);
  sandbox
    .command('calls [who]')
    .description('the calls that went through, oldest first: by whom, to what, how answered')
    .option('--path <begin>', 'only those whose path begins so')
    .option('--limit <n>', 'the newest so many', '50')
    .option(...json)
    .action(async (who, options) => (await acts()).calls(place(), who, options));
  sandbox
    .command('join <name>')
    .description('have a role of your own listed, by the description it gives of itself')
    .requiredOption('--at <url>', 'where it listens on this machine: http://127.0.0.1:7402')
    .option(...json)
    .action(async (name, options) => (await acts()).join(place(), name, options));
  sandbox
    .command('play [scenario]')
    .description('play a worked scenario, or one drawn from a seed; without either, say which there are')
    .option('--seed <n>', 'the same seed gives the same commands')
    .option(...json)
    .action(async (name, options) => (await acts()).play(place(), name, options, environment));
}
