import type { Command } from 'commander';
import { decodeJwt } from 'jose';
import { momentWords } from '#domain';
import type { DataRequestView, HeldConsent, ReceivedRecord } from '../clients/data-user-client.ts';
import type { Here } from '../demo/here.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import { bold, dim, green, red, type Terminal } from '../terminal/terminal.ts';
import { shortId } from './choose.ts';
import { dataUserCommand, findHeld } from './data-user-command.ts';
import { type LimitOption, limitOption, readLimit, sayMore } from './limit-option.ts';
import { showFacts, stateWord } from './show-facts.ts';
import { describeTerms, readDataTypeTitles } from './words/terms-words.ts';

/** Of what was fetched once more, that of the last time. */
const lastOf = ({ sessions }: DataRequestView) =>
  sessions.filter(({ sessionId }) => !sessions.some(({ retryOf }) => retryOf === sessionId));

const refusalOf = (view: DataRequestView) =>
  view.refusal ?? lastOf(view).find((session) => session.refusal !== undefined)?.refusal;

const waitForm = /^([0-9]|[1-5][0-9]|60)$/;

function showFetch(terminal: Terminal, here: Here, view: DataRequestView): void {
  const refusal = refusalOf(view);
  terminal.answer({ ok: refusal === undefined, ...(refusal && { code: refusal.code }), request: view }, () => {
    for (const { dataProvider, state, records = 0 } of lastOf(view)) {
      terminal.say(`${stateWord(state)}  ${records} records from ${here.titleOf(dataProvider)}`);
    }
    if (refusal !== undefined) {
      const { by = '', title = '', detail = '', next = '', code } = refusal;
      terminal.say(`${red('✘')} refused by the ${by.replace('-', ' ')}: ${title} (${detail}). ${next} [${code}]`);
    }
    if (view.state === 'FETCHING' || view.state === 'PENDING') terminal.say('still under way');
    if (view.state === 'PARTIAL' || view.state === 'FAILED') terminal.say(dim(`assent fetch --retry ${view.id}`));
    if (refusal === undefined) terminal.say(dim(`assent read ${shortId(view.consentId)}`));
  });
  if (refusal !== undefined) process.exitCode = 1;
}

function showHeld(terminal: Terminal, consent: HeldConsent, here: Here): void {
  const { id, state, terms, records, eraseBy } = consent;
  terminal.say(`${bold(shortId(id))}  ${terms.purpose.text}  ${stateWord(state)}`);
  showFacts(terminal, [
    ...describeTerms(terms, readDataTypeTitles(here.root)),
    ...(records === undefined
      ? []
      : [['held', `${records} records${eraseBy ? `, until ${momentWords(eraseBy)}` : ''}`] as const]),
  ]);
}

/** One record a line as it comes, in bounded memory; with `--json` all in the one object. */
async function showRecords(terminal: Terminal, records: AsyncIterable<ReceivedRecord>): Promise<void> {
  const read: ReceivedRecord[] = [];
  for await (const record of records) {
    if (terminal.json) read.push(record);
    else terminal.say(JSON.stringify(record));
  }
  if (terminal.json) terminal.answer({ ok: true, records: read }, () => {});
}

export function addDataUserCommands(program: Command, here: Here): void {
  const which = '\nCONSENT: the end of its id as `assent held` lists it; the newest where it is left out';

  dataUserCommand<LimitOption>(program, here, 'held [consent]', 'the consents held, or one in full', async (act) => {
    const { user, terminal, given, options } = act;
    if (given === undefined) {
      const { consents, more } = await user.consents(readLimit(options));
      terminal.answer({ ok: true, consents, more }, () => {
        for (const consent of consents) showHeld(terminal, consent, here);
        if (consents.length === 0) terminal.say(dim('nobody has given this data user a consent yet'));
        sayMore(terminal, { more });
      });
      return;
    }
    const consent = await user.consent(await findHeld(user, given));
    terminal.answer({ ok: true, consent }, () => {
      showHeld(terminal, consent, here);
      terminal.say(dim('\nthe signed artefact:'));
      terminal.say(JSON.stringify(decodeJwt(consent.artefact), null, 2));
    });
  })
    .option(...limitOption)
    .addHelpText('after', '\nCONSENT: the end of its id');

  type FetchOptions = { retry?: string; key?: string; wait: string };
  dataUserCommand<FetchOptions>(program, here, 'fetch [consent]', 'fetch data under a consent', async (act) => {
    const { user, terminal, given, options } = act;
    if (!waitForm.test(options.wait)) throw new CommandFailure('usage', `--wait ${options.wait}: 0 to 60 seconds`);
    const how = { waitSeconds: Number(options.wait), ...(options.key !== undefined && { key: options.key }) };
    const view =
      options.retry === undefined
        ? await user.fetch({ consentId: await findHeld(user, given) }, how)
        : await user.retryFetch(options.retry, how.waitSeconds);
    showFetch(terminal, here, view);
  })
    .option('--retry <id>', 'only what failed of this data request, within 24 hours: no further use is spent')
    .option('--key <text>', 'asked again with the same key it is the same request, and spends no further use')
    .option('--wait <seconds>', 'how long to wait for its end', '30')
    .addHelpText('after', which);

  dataUserCommand(
    program,
    here,
    'read [consent]',
    'read what was received under a consent: one JSON record a line (NDJSON)',
    async ({ user, terminal, given }) => showRecords(terminal, user.records(await findHeld(user, given))),
  ).addHelpText('after', which);

  dataUserCommand(
    program,
    here,
    'erase <consent>',
    'erase all that was received under a consent',
    async ({ user, terminal, given }) => {
      const { receipt } = await user.erase(await findHeld(user, given));
      const claims = decodeJwt<{ sessions: { rows: number }[]; keysDestroyed: number }>(receipt);
      terminal.answer({ ok: true, receipt, claims }, () => {
        const rows = claims.sessions.reduce((sum, session) => sum + session.rows, 0);
        const keys = claims.keysDestroyed === 1 ? 'its key' : `${claims.keysDestroyed} keys`;
        terminal.say(`${green('✔')} erased ${rows} records and ${keys}; the consent manager gets the signed receipt`);
      });
    },
  ).addHelpText('after', '\nCONSENT: the end of its id as `assent held` lists it');
}
