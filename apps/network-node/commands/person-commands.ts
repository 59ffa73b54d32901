import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { addDuration, type Narrowing } from '#domain';
import { markOutbox, waitForCode } from '../clients/outbox.ts';
import { type ConsentRequestView, type ConsentView, PersonClient } from '../clients/person-client.ts';
import { demoFolder } from '../demo/demo-command.ts';
import { demoPerson } from '../demo/demo-people.ts';
import { outboxOf } from '../network/member.ts';
import { dim, green, Terminal, yellow } from '../terminal/terminal.ts';
import { addressOf, demoSeed, participantOf, readSession, sessionFile, writeSession } from './where.ts';

interface PersonOptions {
  readonly manager?: string;
  readonly session?: string;
  readonly json?: boolean;
}

/** Adds a command that acts for the signed-in person. */
function personCommand(
  program: Command,
  usage: string,
  description: string,
  act: (person: PersonClient, terminal: Terminal, args: string[], options: Record<string, string>) => Promise<void>,
): Command {
  return program
    .command(usage)
    .description(description)
    .option('--manager <url>', 'the consent manager (default: that of the demo network)')
    .option('--session <file>', 'where the session is kept')
    .option('--json', 'one JSON object to stdout')
    .action(async (...given: unknown[]) => {
      const [options, ...args] = given.slice(0, -1).reverse() as [PersonOptions & Record<string, string>, ...string[]];
      const person = new PersonClient(addressOf(options.manager, 'saathi'), readSession(sessionFile(options.session)));
      try {
        await act(person, new Terminal(options.json === true), args.reverse(), options);
      } finally {
        await person.close();
      }
    });
}

async function askOnTerminal(): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question('The code that was sent to you: ')).trim();
  } finally {
    terminal.close();
  }
}

/** The code is typed in; where the demo's own outbox stands in for the mail, it is read from there. */
function codeReader(sender: string, contact: string, isDemo: boolean): () => Promise<string> {
  if (!isDemo) return askOnTerminal;
  const outbox = outboxOf({ folder: demoFolder() }, sender);
  const mark = markOutbox(outbox);
  return () => waitForCode(outbox, contact, mark);
}

async function signIn(options: PersonOptions & { contact?: string; name?: string }): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const isDemo = options.manager === undefined;
  const value = options.contact ?? demoPerson(demoSeed()).contact.value;
  const person = new PersonClient(addressOf(options.manager, 'saathi'));
  const contact = { kind: value.startsWith('+') ? ('tel' as const) : ('email' as const), value };
  const session = await person.signIn(contact, codeReader('saathi', value, isDemo), options.name);
  writeSession(sessionFile(options.session), session);
  await person.close();
  terminal.answer({ ok: true, principal: session.principal, expiresAt: session.expiresAt }, () =>
    terminal.say(`${green('✔')} signed in as ${session.principal} until ${session.expiresAt}`),
  );
}

const types = ({ terms }: { terms: ConsentView['terms'] }) =>
  terms.dataTypes
    .map(({ type, fields }) => (fields === undefined ? type : `${type} (${fields.join(', ')})`))
    .join('\n');
const range = ({ terms }: { terms: ConsentView['terms'] }) =>
  `${terms.dataRange.from.slice(0, 10)} to ${terms.dataRange.to.slice(0, 10)}`;

function showRequests(terminal: Terminal, requests: readonly ConsentRequestView[]): void {
  terminal.table(
    ['handle', 'who asks', 'what for', 'which records', 'from', 'kept for', 'state'],
    requests.map((request) => [
      request.handle,
      request.dataUser.name,
      request.purpose.title,
      types(request),
      range(request),
      request.terms.dataLife,
      request.state,
    ]),
  );
}

function showConsents(terminal: Terminal, consents: readonly ConsentView[]): void {
  terminal.table(
    ['consent', 'who may', 'which records', 'from', 'until', 'state'],
    consents.map((consent) => [
      consent.id,
      consent.dataUser.name,
      types(consent),
      range(consent),
      consent.terms.consentPeriod.expiry.slice(0, 10),
      consent.state === 'ACTIVE' ? green(consent.state) : yellow(consent.state),
    ]),
  );
}

const showConsent = (terminal: Terminal, consent: ConsentView) =>
  terminal.answer({ ok: true, consent }, () => showConsents(terminal, [consent]));

function narrowingFrom(request: ConsentRequestView, options: Record<string, string>): Narrowing {
  const { terms } = request;
  return {
    ...(options['months'] === undefined
      ? {}
      : { dataRange: { from: addDuration(terms.dataRange.to, `P${options['months']}M`, -1), to: terms.dataRange.to } }),
    ...(options['types'] === undefined
      ? {}
      : { dataTypes: terms.dataTypes.filter(({ type }) => options['types']?.split(',').includes(type)) }),
    ...(options['life'] === undefined ? {} : { dataLife: options['life'] }),
    ...(options['max'] === undefined || terms.frequency === undefined
      ? {}
      : { frequency: { ...terms.frequency, max: Number(options['max']) } }),
  };
}

export function addPersonCommands(program: Command): void {
  program
    .command('sign-in')
    .description('sign in at the consent manager with a one-time code')
    .option('--manager <url>', 'the consent manager (default: that of the demo network)')
    .option('--contact <email or phone>', 'where the code is sent (default: the person of the demo)')
    .option('--name <name>', 'the name to be known under, at the first time')
    .option('--session <file>', 'where the session is kept')
    .option('--json', 'one JSON object to stdout')
    .action(signIn);

  personCommand(
    program,
    'link <provider>',
    'find and link your accounts at a data provider',
    async (person, terminal, [provider = ''], options) => {
      const contact = options['contact'] ?? demoPerson(demoSeed()).contact.value;
      const isDemo = options['manager'] === undefined;
      const links = await person.linkAccounts(participantOf(provider), codeReader(provider, contact, isDemo));
      terminal.answer({ ok: true, links }, () =>
        terminal.table(
          ['account', 'label'],
          links.map(({ id, label }) => [id, label]),
        ),
      );
    },
  ).option('--contact <email or phone>', 'where the provider sends its code');

  personCommand(program, 'accounts', 'your linked accounts', async (person, terminal) => {
    const { links } = await person.accounts();
    terminal.answer({ ok: true, links }, () =>
      terminal.table(
        ['account', 'at', 'label'],
        links.map(({ id, dataProvider, label }) => [id, dataProvider, label]),
      ),
    );
  });

  personCommand(program, 'requests', 'what is asked of you', async (person, terminal, _args, options) => {
    const { requests } = await person.requests(options['all'] ? undefined : 'PENDING');
    terminal.answer({ ok: true, requests }, () => showRequests(terminal, requests));
  }).option('--all', 'decided ones too');

  personCommand(
    program,
    'approve <handle>',
    'say yes to a request as it stands',
    async (person, terminal, [handle = '']) => showConsent(terminal, await person.approve(handle)),
  );

  personCommand(
    program,
    'narrow <handle>',
    'say yes to less than was asked',
    async (person, terminal, [handle = ''], options) => {
      const narrowing = narrowingFrom(await person.request(handle), options);
      showConsent(terminal, await person.approve(handle, { narrowing }));
    },
  )
    .option('--months <n>', 'only the last n months of records')
    .option('--types <list>', 'only these data types, separated by commas')
    .option('--life <duration>', 'to be kept no longer than this, e.g. P7D')
    .option('--max <n>', 'at most n fetches in each window');

  personCommand(program, 'reject <handle>', 'say no', async (person, terminal, [handle = ''], options) => {
    const request = await person.reject(handle, options['reason']);
    terminal.answer({ ok: true, request }, () => showRequests(terminal, [request]));
  }).option('--reason <text>', 'what the data user is told');

  personCommand(program, 'consents', 'what you have allowed', async (person, terminal) => {
    const { consents } = await person.consents();
    terminal.answer({ ok: true, consents }, () => showConsents(terminal, consents));
  });

  personCommand(program, 'pause <consent>', 'stop all fetches for now', async (person, terminal, [id = ''], options) =>
    showConsent(terminal, await person.pause(id, options['until'])),
  ).option('--until <time>', 'resumes by itself then, e.g. 2027-01-01T00:00:00.000Z');

  personCommand(program, 'resume <consent>', 'allow fetches again', async (person, terminal, [id = '']) =>
    showConsent(terminal, await person.resume(id)),
  );

  personCommand(program, 'revoke <consent>', 'take your yes back', async (person, terminal, [id = ''], options) =>
    showConsent(terminal, await person.revoke(id, options['reason'])),
  ).option('--reason <text>', 'kept on your timeline');

  personCommand(program, 'timeline', 'everything that touched your data', async (person, terminal, _args, options) => {
    const { entries } = await person.timeline(Number(options['limit'] ?? 50));
    terminal.answer({ ok: true, entries }, () => {
      for (const { at, text } of entries) terminal.say(`${dim(at.slice(0, 19).replace('T', ' '))}  ${text}`);
    });
  }).option('--limit <n>', 'how many entries', '50');
}
