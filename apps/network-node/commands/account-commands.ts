import type { Command } from 'commander';
import { momentWords } from '#domain';
import { type LinkedAccountView, PersonClient } from '../clients/person-client.ts';
import { demoPerson } from '../demo/demo-people.ts';
import { type Here, writeSession } from '../demo/here.ts';
import { green, Terminal } from '../terminal/terminal.ts';
import { choose, shortId } from './choose.ts';
import { codeReader } from './code-reader.ts';
import { type PersonOptions, personCommand, withPersonOptions } from './person-command.ts';
import { type DataTypeTitles, readDataTypeTitles } from './words/terms-words.ts';

interface ContactOptions {
  readonly contact?: string;
}

const contactFrom = (here: Here, given: string | undefined) => given ?? demoPerson(here.demoState().seed).contact.value;

async function signIn(here: Here, options: PersonOptions & ContactOptions & { name?: string }): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const value = contactFrom(here, options.contact);
  const person = new PersonClient(here.addressOf(options.manager, 'saathi'));
  const contact = { kind: value.startsWith('+') ? ('tel' as const) : ('email' as const), value };
  const sender = options.manager === undefined ? 'saathi' : undefined;
  try {
    const session = await person.signIn(contact, codeReader(here, sender, value), options.name);
    writeSession(here.sessionFile(options.session, options.manager), session);
    terminal.answer({ ok: true, principal: session.principal, expiresAt: session.expiresAt }, () =>
      terminal.say(`${green('✔')} signed in as ${session.principal} until ${momentWords(session.expiresAt)}`),
    );
  } finally {
    await person.close();
  }
}

function showAccounts(
  terminal: Terminal,
  here: Here,
  titles: DataTypeTitles,
  links: readonly LinkedAccountView[],
): void {
  terminal.answer({ ok: true, links }, () =>
    terminal.table(
      ['id', 'at', 'account', 'holds'],
      links.map(({ id, dataProvider, label, dataTypes }) => [
        shortId(id),
        here.titleOf(dataProvider),
        label,
        dataTypes.map((type) => titles.get(type) ?? type).join('\n'),
      ]),
    ),
  );
}

export function addAccountCommands(program: Command, here: Here): void {
  const titles = () => readDataTypeTitles(here.root);
  withPersonOptions(program.command('sign-in').description('sign in at the consent manager with a one-time code'))
    .option('--contact <email or phone>', 'where the code is sent (default: the person of the demo)')
    .option('--name <name>', 'the name to be known under, at the first time')
    .action((options) => signIn(here, options));

  personCommand<ContactOptions>(
    program,
    here,
    'link <provider>',
    'find and link your accounts at a data provider: bank, hospital, or a participant id',
    async ({ person, terminal, given = '', options }) => {
      const sender = options.manager === undefined ? given : undefined;
      const contact = sender === undefined ? '' : contactFrom(here, options.contact);
      const links = await person.linkAccounts(here.participantOf(given), codeReader(here, sender, contact));
      showAccounts(terminal, here, titles(), links);
    },
  ).option('--contact <email or phone>', 'in the demo: whose message the code is read from');

  personCommand(program, here, 'accounts', 'your linked accounts', async ({ person, terminal }) => {
    showAccounts(terminal, here, titles(), (await person.accounts()).links);
  });

  personCommand(
    program,
    here,
    'unlink <account>',
    'end an account link, and the consents that rest on it alone',
    async ({ person, terminal, given }) => {
      const { links } = await person.accounts();
      const link = choose(given, links, ({ id, label }) => ({ id, name: label }), 'linked account');
      await person.unlink(link.id);
      terminal.answer({ ok: true, link }, () => terminal.say(`${green('✔')} unlinked ${link.label}`));
    },
  );
}
