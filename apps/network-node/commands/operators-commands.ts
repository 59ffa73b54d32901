import { type Command, Option } from 'commander';
import { operatorRights } from '#domain';
import type { Here } from '../demo/here.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Loaded only where one is run: they bring the platform with them. */
const acts = () => import('./operators-acts.ts');

export function addOperatorsCommands(program: Command, here: Here, environment: Environment): void {
  const operators = program
    .command('operators')
    .description('who operates a role by its pages: list them; invite, remove')
    .option('--role <name>', 'which, where several run; without settings, a member of the demo network')
    .option('--json', 'one JSON object to stdout')
    .action(async (options) => (await acts()).listOperators(here, environment, options));
  operators
    .command('invite <name>')
    .description('a link that makes whoever opens it first an operator, once, within 24 hours')
    .addOption(new Option('--may <right>', 'what the operator may do').choices(operatorRights).makeOptionMandatory())
    .action(async (name, _, command: Command) =>
      (await acts()).inviteOperator(here, environment, name, command.optsWithGlobals()),
    );
  operators
    .command('remove <name>')
    .description('end all sessions of an operator and forget the passkey; the last admin stays')
    .action(async (name, _, command: Command) =>
      (await acts()).removeOperator(here, environment, name, command.optsWithGlobals()),
    );
}
