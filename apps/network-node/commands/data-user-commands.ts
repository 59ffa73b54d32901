import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { addDuration, type ConsentTemplate, type ConsentTerms, toInstant } from '#domain';
import { loadCatalogues } from '#platform';
import { type DataRequestView, DataUserClient, type ReceivedRecord } from '../clients/data-user-client.ts';
import { green, red, Terminal } from '../terminal/terminal.ts';
import { addressOf, apiKeyFile, participantOf, readSession, sessionFile } from './where.ts';

interface DataUserOptions {
  readonly gateway?: string;
  readonly apiKeyFile?: string;
  readonly json?: boolean;
  readonly as: string;
}

/** Adds a command that acts for a data user's own systems. */
function dataUserCommand<O extends object>(
  program: Command,
  usage: string,
  description: string,
  act: (user: DataUserClient, terminal: Terminal, arg: string, options: O & DataUserOptions) => Promise<void>,
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
    const user = new DataUserClient(addressOf(options.gateway, options.as), apiKeyFile(options.apiKeyFile, options.as));
    try {
      await act(user, new Terminal(options.json === true), command.args[0] ?? '', options);
    } finally {
      await user.close();
    }
  });
}

/** The most a template allows, from now on. */
function termsOf(template: ConsentTemplate, purposeText: string): ConsentTerms {
  const now = toInstant(Date.now());
  const [frequency] = template.maxFrequency;
  const periodic = frequency !== undefined && template.fetchTypes.includes('PERIODIC');
  return {
    purpose: { code: template.purposes[0] ?? '', text: purposeText },
    template: template.id,
    dataTypes: template.dataTypes,
    dataRange: { from: addDuration(now, template.maxDataRange, -1), to: now },
    consentMode: template.consentModes[0] ?? 'VIEW',
    fetchType: periodic ? 'PERIODIC' : 'ONETIME',
    ...(periodic ? { frequency } : {}),
    consentPeriod: { start: now, expiry: addDuration(now, template.maxConsentPeriod) },
    dataLife: template.maxDataLife,
    dataFilter: [],
    eraseOnRevocation: template.eraseOnRevocation,
  };
}

function askedTerms(options: { template: string; termsFile?: string }): ConsentTerms {
  if (options.termsFile !== undefined) return JSON.parse(readFileSync(options.termsFile, 'utf8')) as ConsentTerms;
  const { templates } = loadCatalogues();
  const template = templates.get(options.template);
  if (template === undefined)
    throw new Error(`there is no template ${options.template}: ${[...templates.keys()].join(', ')}`);
  return termsOf(template, template.title);
}

function showRequest(terminal: Terminal, view: DataRequestView): void {
  terminal.answer({ ok: view.refusal === undefined, request: view }, () => {
    const { refusal } = view;
    if (refusal !== undefined) terminal.say(red(`✘ refused: ${refusal.code} ${refusal.detail ?? ''}`));
    terminal.table(
      ['session', 'data provider', 'state', 'records', 'refused with'],
      view.sessions.map(({ sessionId, dataProvider, state, records = 0, refusal: why }) => [
        sessionId,
        dataProvider,
        state,
        `${records}`,
        why?.code ?? '',
      ]),
    );
  });
  const refused = view.refusal ?? view.sessions.find((session) => session.refusal !== undefined)?.refusal;
  if (refused !== undefined) process.exitCode = 1;
}

export function addDataUserCommands(program: Command): void {
  dataUserCommand<{ template: string; termsFile?: string; principal?: string; manager: string }>(
    program,
    'ask',
    'ask a person for consent',
    async (user, terminal, _arg, options) => {
      const principal = options.principal ?? readSession(sessionFile(undefined)).principal;
      const asked = await user.ask({
        consentManager: participantOf(options.manager),
        principal,
        terms: askedTerms(options),
        notice: { language: 'en', text: 'Please allow this request.' },
        mayBeNarrowed: true,
      });
      terminal.answer({ ok: true, request: asked }, () =>
        terminal.say(`${green('✔')} asked ${principal}; consent handle ${asked.handle} (request ${asked.id})`),
      );
    },
  )
    .option('--template <id>', 'what to ask for', 'loan-application')
    .option('--terms-file <file>', 'the terms as JSON, in place of a template')
    .option('--principal <id>', 'whom to ask (default: who is signed in here)')
    .option('--manager <id>', 'her consent manager', 'saathi');

  dataUserCommand(program, 'held', 'the consents this data user holds', async (user, terminal) => {
    const { consents } = await user.consents();
    terminal.answer({ ok: true, consents }, () =>
      terminal.table(
        ['consent', 'state', 'data types'],
        consents.map(({ id, state, terms }) => [id, state, terms.dataTypes.map(({ type }) => type).join(', ')]),
      ),
    );
  });

  dataUserCommand(program, 'fetch <consent>', 'fetch data under a consent', async (user, terminal, consentId) => {
    const { id } = await user.fetch({ consentId });
    showRequest(terminal, await user.fetched(id, 30));
  });

  dataUserCommand(
    program,
    'read <consent>',
    'read the records received under a consent',
    async (user, terminal, id) => {
      const records: ReceivedRecord[] = [];
      for await (const line of user.records(id)) {
        if (terminal.json) records.push(line);
        else terminal.say(JSON.stringify(line));
      }
      if (terminal.json) terminal.answer({ ok: true, records }, () => {});
    },
  );

  dataUserCommand(
    program,
    'erase <consent>',
    'erase all that was received under a consent',
    async (user, terminal, id) => {
      const { receipt } = await user.erase(id);
      terminal.answer({ ok: true, receipt }, () => terminal.say(`${green('✔')} erased; deletion receipt:\n${receipt}`));
    },
  );
}
