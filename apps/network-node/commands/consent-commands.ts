import type { Command } from 'commander';
import { type ConsentState, dayWords, momentWords } from '#domain';
import type { ConsentView, PersonClient } from '../clients/person-client.ts';
import type { Here } from '../demo/here.ts';
import { bold, dim, red, type Terminal } from '../terminal/terminal.ts';
import { choose, shortId } from './choose.ts';
import { type LimitOption, limitOption, readLimit, sayMore } from './limit-option.ts';
import { personCommand } from './person-command.ts';
import { readInstant } from './read-instant.ts';
import { showFacts, stateWord } from './show-facts.ts';
import { type DataTypeTitles, describeTerms, readDataTypeTitles, sayTerms } from './words/terms-words.ts';

function showConsent(terminal: Terminal, consent: ConsentView, titles: DataTypeTitles): void {
  const { id, dataUser, state, resumeAt, purpose, terms, approvedAt, overdueErasures } = consent;
  const until = state === 'PAUSED' && resumeAt != null ? ` until ${momentWords(resumeAt)}` : '';
  terminal.say(`${bold(shortId(id))}  ${bold(dataUser.name)} ${dim(dataUser.id)}  ${stateWord(state)}${until}`);
  showFacts(terminal, [
    ['what for', `${purpose.text} (${purpose.title})`],
    ...describeTerms(terms, titles),
    ['given', momentWords(approvedAt)],
  ]);
  if (overdueErasures > 0) terminal.say(`  ${red('overdue: what it received should have been erased by now')}`);
}

/** All there is: what was fetched, what was erased, and where the signed artefacts are. */
function showWhole(terminal: Terminal, consent: ConsentView, titles: DataTypeTitles): void {
  showConsent(terminal, consent, titles);
  const { id, narrowedFrom = [], counterparts = [], fetches = [], erasures = [] } = consent;
  showFacts(terminal, [
    ['less than asked', narrowedFrom.map(({ term }) => term).join(', ') || 'no'],
    ...counterparts.map(({ participant: { name }, state, told }) =>
      told
        ? (['told', `${name}, who holds it as ${state}`] as const)
        : (['not told yet', `${name} that it is ${state}`] as const),
    ),
    ...fetches.map(({ requestedAt, from, state, recordsSent, recordsReceived, eraseBy, erasedAt }) => {
      const counts = `${recordsSent ?? 0} records sent, ${recordsReceived ?? 0} received`;
      const end =
        erasedAt != null
          ? `erased ${momentWords(erasedAt)}`
          : eraseBy != null
            ? `to be erased by ${dayWords(eraseBy)}`
            : '';
      return [
        'fetched',
        `${momentWords(requestedAt)} from ${from.name}: ${state}, ${counts}${end && `, ${end}`}`,
      ] as const;
    }),
    ...erasures.map(({ erasedAt, reason }) => ['erased', `${momentWords(erasedAt)} (${reason}), signed for`] as const),
    ['id', id],
  ]);
  const allowed = sayTerms(consent.dataUser.name, consent.terms, titles);
  terminal.say(`\n${consent.state === 'ACTIVE' ? '' : 'Not now: '}${allowed}`);
  terminal.say(dim('The signed artefacts, as each of them holds it, and receipts: --json'));
}

export const answerConsent = (terminal: Terminal, consent: ConsentView, titles: DataTypeTitles): void =>
  terminal.answer({ ok: true, consent }, () => showConsent(terminal, consent, titles));

async function findConsent(
  person: PersonClient,
  given: string | undefined,
  states: readonly ConsentState[],
): Promise<string> {
  const consents = (await person.consents()).consents;
  const describe = ({ id, dataUser }: ConsentView) => ({ id, name: dataUser.name });
  // A whole id is taken as it is, so that the consent manager says why it cannot be done.
  if (given !== undefined && consents.some(({ id }) => id === given)) return given;
  const able = consents.filter(({ state }) => states.includes(state));
  return choose(
    given,
    able,
    describe,
    states.length === all.length ? 'consent' : `${states.join(' or ').toLowerCase()} consent`,
  ).id;
}

const all: readonly ConsentState[] = ['ACTIVE', 'PAUSED', 'REVOKED', 'EXPIRED'];
const which = '\nCONSENT: the end of its id, or who holds it; may be left out where one alone could be meant';

export function addConsentCommands(program: Command, here: Here): void {
  const titles = () => readDataTypeTitles(here.root);

  personCommand<LimitOption>(program, here, 'consents', 'what you have allowed', async (act) => {
    const { person, terminal, options } = act;
    const { consents, more } = await person.consents(readLimit(options));
    terminal.answer({ ok: true, consents, more }, () => {
      for (const consent of consents) showConsent(terminal, consent, titles());
      if (consents.length === 0) terminal.say(dim('you have allowed nothing yet'));
      sayMore(terminal, { more });
    });
  }).option(...limitOption);

  personCommand(program, here, 'consent [consent]', 'one consent in full', async ({ person, terminal, given }) => {
    const consent = await person.consent(await findConsent(person, given, all));
    const sentence = sayTerms(consent.dataUser.name, consent.terms, titles());
    terminal.answer({ ok: true, consent, sentence }, () => showWhole(terminal, consent, titles()));
  }).addHelpText('after', which);

  personCommand<{ until?: string }>(program, here, 'pause [consent]', 'stop all fetches for now', async (act) => {
    const until = act.options.until === undefined ? undefined : readInstant(act.options.until);
    const id = await findConsent(act.person, act.given, ['ACTIVE']);
    answerConsent(act.terminal, await act.person.pause(id, until), titles());
  })
    .option('--until <time>', 'resumes by itself then, e.g. 2027-01-31 or 2027-01-31T12:00Z')
    .addHelpText('after', which);

  personCommand(program, here, 'resume [consent]', 'allow fetches again', async ({ person, terminal, given }) => {
    answerConsent(terminal, await person.resume(await findConsent(person, given, ['PAUSED'])), titles());
  }).addHelpText('after', which);

  personCommand<{ reason?: string }>(program, here, 'revoke [consent]', 'take your yes back for good', async (act) => {
    const id = await findConsent(act.person, act.given, ['ACTIVE', 'PAUSED']);
    answerConsent(act.terminal, await act.person.revoke(id, act.options.reason), titles());
  })
    .option('--reason <text>', 'kept on your timeline')
    .addHelpText('after', which);

  personCommand<LimitOption>(program, here, 'timeline', 'everything that touched your data', async (act) => {
    const { entries, more } = await act.person.timeline(readLimit(act.options));
    act.terminal.answer({ ok: true, entries, more }, () => {
      for (const { at, text } of entries) act.terminal.say(`${dim(at.slice(0, 19).replace('T', ' '))}  ${text}`);
      sayMore(act.terminal, { more });
    });
  }).option('--limit <n>', 'how many entries, newest first, at most 10000', '50');
}
