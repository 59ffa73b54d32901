import type { Command } from 'commander';
import { PersonClient } from '../clients/person-client.ts';
import { type Here, readSession } from '../demo/here.ts';
import { Terminal } from '../terminal/terminal.ts';

export interface PersonOptions {
  readonly manager?: string;
  readonly session?: string;
  readonly json?: boolean;
}

/** What a command acts with: the signed-in person, the terminal, and what was given on the command line. */
export interface PersonAct<O> {
  readonly person: PersonClient;
  /** The address of the consent manager. */
  readonly manager: string;
  readonly terminal: Terminal;
  readonly given: string | undefined;
  readonly options: O & PersonOptions;
}

export function withPersonOptions(command: Command): Command {
  return command
    .option('--manager <url>', 'the consent manager (default: that of the demo network)')
    .option('--session <file>', 'where the session is kept')
    .option('--json', 'one JSON object to stdout');
}

/** Adds a command that acts for the signed-in person. */
export function personCommand<O extends object = object>(
  program: Command,
  here: Here,
  usage: string,
  description: string,
  act: (with_: PersonAct<O>) => Promise<void>,
): Command {
  const command = withPersonOptions(program.command(usage).description(description));
  return command.action(async () => {
    const options = command.opts<O & PersonOptions>();
    const session = readSession(here.sessionFile(options.session, options.manager));
    const manager = here.addressOf(options.manager, 'saathi');
    const person = new PersonClient(manager, session);
    try {
      const terminal = new Terminal(options.json === true);
      await act({ person, manager, terminal, given: command.args[0], options });
    } finally {
      await person.close();
    }
  });
}
