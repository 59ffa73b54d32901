import type { Command } from 'commander';
import { DataUserClient } from '../clients/data-user-client.ts';
import type { Here } from '../demo/here.ts';
import { Terminal } from '../terminal/terminal.ts';
import { choose } from './choose.ts';

export interface DataUserOptions {
  readonly as: string;
  readonly gateway?: string;
  readonly apiKeyFile?: string;
  readonly json?: boolean;
}

/** What a command acts with: the data user's own systems' way to its gateway. */
export interface DataUserAct<O> {
  readonly user: DataUserClient;
  readonly terminal: Terminal;
  readonly given: string | undefined;
  readonly options: O & DataUserOptions;
}

/** Adds a command that acts for a data user's own systems. */
export function dataUserCommand<O extends object = object>(
  program: Command,
  here: Here,
  usage: string,
  description: string,
  act: (with_: DataUserAct<O>) => Promise<void>,
): Command {
  const command = program
    .command(usage)
    .description(description)
    .option('--as <name>', 'which data user of the demo network', 'lender')
    .option('--gateway <url>', 'the data user gateway (default: that of the demo network)')
    .option('--api-key-file <file>', 'the file with its API key')
    .option('--json', 'one JSON object to stdout');
  return command.action(async () => {
    const options = command.opts<O & DataUserOptions>();
    const url = here.addressOf(options.gateway, options.as);
    const user = new DataUserClient(url, here.apiKeyFile(options.apiKeyFile, options.as));
    try {
      await act({ user, terminal: new Terminal(options.json === true), given: command.args[0], options });
    } finally {
      await user.close();
    }
  });
}

/** Of the consents held, by the end of its id; the newest where nothing is given. */
export async function findHeld(user: DataUserClient, given: string | undefined): Promise<string> {
  const { consents } = await user.consents(given === undefined ? 1 : undefined);
  return choose(given, consents, ({ id, terms }) => ({ id, name: terms.purpose.text }), 'consent held here').id;
}
