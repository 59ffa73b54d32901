import { findPackageJSON } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { ProblemAnswer } from './clients/json-client.ts';
import { addAccountCommands } from './commands/account-commands.ts';
import { addAskCommand } from './commands/ask-command.ts';
import { addConsentCommands } from './commands/consent-commands.ts';
import { addDataUserCommands } from './commands/data-user-commands.ts';
import { addErasureCommand } from './commands/erasure-command.ts';
import { addEventsCommands } from './commands/events-commands.ts';
import { addHandOverCommands } from './commands/hand-over-commands.ts';
import { addKeysCommands } from './commands/keys-commands.ts';
import { addOperatorCommands } from './commands/operator-commands.ts';
import { addOperatorsCommands } from './commands/operators-commands.ts';
import { addReceiptCommand } from './commands/receipt-command.ts';
import { addRequestCommands } from './commands/request-commands.ts';
import { addSourceCommand } from './commands/source-command.ts';
import { addStoryCommand } from './commands/story-command.ts';
import { addTrailFaultCommands } from './commands/trail-fault-commands.ts';
import { addVerifyCommands } from './commands/verify-commands.ts';
import { addDemoCommand } from './demo/demo-command.ts';
import { Here } from './demo/here.ts';
import { addDoctorCommand } from './doctor/doctor-command.ts';
import { addJourneyCommand } from './journey/journey-command.ts';
import { takeSandboxClock } from './sandbox/sandbox-clock.ts';
import { addSandboxCommand } from './sandbox/sandbox-command.ts';
import { CommandFailure } from './terminal/command-failure.ts';
import { red } from './terminal/terminal.ts';

// npm runs a script in the project's folder and says here where it was called: paths on the command line start there.
process.chdir(process.env['INIT_CWD'] ?? '.');
const root = dirname(findPackageJSON(import.meta.url) ?? '');
const here = new Here(root, resolve(process.env['ASSENT_HOME'] ?? join(root, '.assent')));

const program = new Command('assent')
  .description('Personal data moves only while the person says yes.')
  .showHelpAfterError('(see --help)')
  .exitOverride();

program.commandsGroup('The demo network:');
addDemoCommand(program, here, process.env);
addSandboxCommand(program, here, process.env);
program.commandsGroup('A person, at her consent manager:');
addAccountCommands(program, here);
addRequestCommands(program, here);
addConsentCommands(program, here);
addReceiptCommand(program, here);
program.commandsGroup("A data user's own systems:");
addAskCommand(program, here);
addDataUserCommands(program, here);
addHandOverCommands(program, here);
addErasureCommand(program, here);
program.commandsGroup('Operators:');
addOperatorCommands(program, here, process.env);
addOperatorsCommands(program, here, process.env);
addKeysCommands(program, here);
addEventsCommands(program, here, process.env);
addStoryCommand(program, here, process.env);
addDoctorCommand(program, process.env);
addVerifyCommands(program, process.env);
addTrailFaultCommands(program, here, process.env);
addSourceCommand(program, process.env);
addJourneyCommand(program, here, process.env);

const codeOf = (error: unknown) => {
  if (error instanceof ProblemAnswer || error instanceof CommandFailure) return error.code;
  return error instanceof CommanderError ? 'usage' : 'fault';
};

function tell(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  // Commander has said its own already.
  if (!(error instanceof CommanderError)) process.stderr.write(`${red('✘')} ${message}\n`);
  if (codeOf(error) === 'fault' && process.env['ASSENT_DEBUG'] !== undefined) console.error(error);
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ ok: false, code: codeOf(error), message })}\n`);
  }
}

try {
  // What runs a network of its own goes by its own clock.
  if (!['demo', 'sandbox'].includes(process.argv[2] ?? '')) await takeSandboxClock(here.root, here.home, process.env);
  await program.parseAsync();
} catch (error) {
  const isHelp = error instanceof CommanderError && error.exitCode === 0;
  if (!isHelp) tell(error);
  process.exitCode = isHelp ? 0 : codeOf(error) === 'interrupted' ? 130 : 1;
}
// Whatever a library left open must not keep a finished command alive; what was written must get out.
process.stdout.write('', () => process.exit());
