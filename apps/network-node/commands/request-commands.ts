import { type Command, Option } from 'commander';
import { momentWords, type RejectionReason, rejectionReasons, rejectionWords } from '#domain';
import type { ConsentRequestView, PersonClient } from '../clients/person-client.ts';
import type { Here } from '../demo/here.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { bold, dim } from '../terminal/terminal.ts';
import { orOnHerPage } from './approve-on-page.ts';
import { choose, shortId } from './choose.ts';
import { answerConsent } from './consent-commands.ts';
import { type LimitOption, limitOption, readLimit, sayMore } from './limit-option.ts';
import { type NarrowOptions, narrowingFrom } from './narrowing.ts';
import { personCommand } from './person-command.ts';
import { showFacts, stateWord } from './show-facts.ts';
import { type DataTypeTitles, describeTerms, readDataTypeTitles, sayTerms } from './words/terms-words.ts';

/** What a person needs in order to decide. */
function showRequest(terminal: Terminal, request: ConsentRequestView, titles: DataTypeTitles): void {
  const { handle, state, dataUser, purpose, terms, mayBeNarrowed, expiresAt } = request;
  const answer = `by ${momentWords(expiresAt)}; ${mayBeNarrowed ? 'you may allow less' : 'as it stands, or not at all'}`;
  terminal.say(`${bold(shortId(handle))}  ${bold(dataUser.name)} ${dim(dataUser.id)}  ${stateWord(state)}`);
  showFacts(terminal, [
    ['what for', `${purpose.text} (${purpose.title})`],
    ...describeTerms(terms, titles),
    ...(state === 'PENDING' ? [['answer', answer] as const] : []),
  ]);
}

function showWhole(terminal: Terminal, request: ConsentRequestView, here: Here, titles: DataTypeTitles): void {
  const { handle, notice, accounts = [], reason, dataUser, terms, state } = request;
  showRequest(terminal, request, titles);
  const held = accounts.map(
    ({ id, label, dataProvider }) => `${label} at ${here.titleOf(dataProvider)} ${shortId(id)}`,
  );
  showFacts(terminal, [
    ['from', held.length === 0 ? 'none of your linked accounts holds this' : held.join('; ')],
    ['it says', notice?.text ?? ''],
    ...(reason == null ? [] : [['you said', rejectionWords(reason)] as const]),
    ['handle', handle],
  ]);
  if (state !== 'PENDING') return;
  terminal.say(`\nIf you say yes, ${sayTerms(dataUser.name, terms, titles)}`);
  terminal.say(
    dim(`assent approve ${shortId(handle)} · narrow ${shortId(handle)} --months 3 · reject ${shortId(handle)}`),
  );
}

async function findRequest(
  person: PersonClient,
  given: string | undefined,
  pendingOnly = true,
): Promise<ConsentRequestView> {
  const { requests } = await person.requests(pendingOnly ? 'PENDING' : undefined);
  const what = pendingOnly ? 'request waiting for your answer' : 'request';
  const { handle } = choose(given, requests, (one) => ({ id: one.handle, name: one.dataUser.name }), what);
  return person.request(handle);
}

/** Account links by what they are called or the beginning or end of their ids, separated by commas. */
function accountsFrom(request: ConsentRequestView, list: string | undefined): { accounts?: string[] } {
  if (list === undefined) return {};
  const { accounts = [] } = request;
  const names = (link: (typeof accounts)[number]) => ({ id: link.id, name: link.label });
  return {
    accounts: list.split(',').map((one) => choose(one.trim(), accounts, names, 'account that could answer').id),
  };
}

export function addRequestCommands(program: Command, here: Here): void {
  const titles = () => readDataTypeTitles(here.root);
  const which = 'the request: end of its handle, or who asks; may be left out where one alone is waiting';

  personCommand<{ all?: boolean } & LimitOption>(program, here, 'requests', 'what is asked of you', async (act) => {
    const { person, terminal, options } = act;
    const { requests, more } = await person.requests(options.all ? undefined : 'PENDING', readLimit(options));
    terminal.answer({ ok: true, requests, more }, () => {
      for (const request of requests) showRequest(terminal, request, titles());
      if (requests.length === 0) terminal.say(dim('nothing waits for your answer'));
      sayMore(terminal, { more });
    });
  })
    .option('--all', 'decided ones too')
    .option(...limitOption);

  personCommand(program, here, 'request [handle]', 'one request in full', async ({ person, terminal, given }) => {
    const request = await findRequest(person, given, given === undefined);
    terminal.answer({ ok: true, request, sentence: sayTerms(request.dataUser.name, request.terms, titles()) }, () =>
      showWhole(terminal, request, here, titles()),
    );
  }).addHelpText('after', `\nHANDLE: ${which}`);

  personCommand<{ accounts?: string }>(program, here, 'approve [handle]', 'say yes as it stands', async (act) => {
    const request = await findRequest(act.person, act.given);
    const accounts = accountsFrom(request, act.options.accounts);
    const consent = await orOnHerPage(act.manager, request.handle, () => act.person.approve(request.handle, accounts));
    answerConsent(act.terminal, consent, titles());
  })
    .option('--accounts <list>', 'from these accounts only (see: assent request)')
    .addHelpText('after', `\nHANDLE: ${which}`);

  personCommand<NarrowOptions & { accounts?: string }>(
    program,
    here,
    'narrow [handle]',
    'say yes to less',
    async (act) => {
      const request = await findRequest(act.person, act.given);
      const narrowing = narrowingFrom(request.terms, act.options);
      const decision = { ...accountsFrom(request, act.options.accounts), narrowing };
      const consent = await orOnHerPage(act.manager, request.handle, () =>
        act.person.approve(request.handle, decision),
      );
      answerConsent(act.terminal, consent, titles());
    },
  )
    .option('--months <n>', 'only the last n months of records')
    .option('--types <list>', 'only these data types, separated by commas')
    .option('--fields <list>', 'only these fields of each of them that has such')
    .option('--life <duration>', 'to be kept no longer than this, e.g. P7D')
    .option('--max <n>', 'at most n fetches in each window')
    .option('--until <day>', 'to be fetched no later than this, e.g. 2027-01-31')
    .option('--accounts <list>', 'from these accounts only (see: assent request)')
    .addHelpText('after', `\nHANDLE: ${which}`);

  personCommand<{ reason?: RejectionReason }>(program, here, 'reject [handle]', 'say no', async (act) => {
    const { handle } = await findRequest(act.person, act.given);
    const request = await act.person.reject(handle, act.options.reason);
    act.terminal.answer({ ok: true, request }, () => showRequest(act.terminal, request, titles()));
  })
    .addOption(new Option('--reason <code>', 'what the data user is told').choices(rejectionReasons))
    .addHelpText('after', `\nHANDLE: ${which}`);
}
