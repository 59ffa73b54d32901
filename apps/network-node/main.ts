import { Command } from 'commander';
import { ProblemAnswer } from './clients/json-client.ts';
import { addDataUserCommands } from './commands/data-user-commands.ts';
import { addOperatorCommands } from './commands/operator-commands.ts';
import { addPersonCommands } from './commands/person-commands.ts';
import { addDemoCommand } from './demo/demo-command.ts';
import { addJourneyCommand } from './journey/journey-command.ts';
import { red } from './terminal/terminal.ts';

const program = new Command('assent')
  .description('Personal data moves only while the person says yes.')
  .showHelpAfterError();

addDemoCommand(program);
addPersonCommands(program);
addDataUserCommands(program);
addOperatorCommands(program, process.env);
addJourneyCommand(program, process.env);

try {
  await program.parseAsync();
  // Whatever a library left open must not keep a finished command alive.
  process.exit();
} catch (error) {
  const known = error instanceof ProblemAnswer;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${red('✘')} ${message}\n`);
  if (!known && process.env['ASSENT_DEBUG'] !== undefined) console.error(error);
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ ok: false, code: known ? error.code : 'fault', message })}\n`);
  }
  process.exit(1);
}
