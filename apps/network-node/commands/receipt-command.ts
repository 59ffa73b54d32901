import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command } from 'commander';
import { momentWords } from '#domain';
import { ProblemAnswer } from '../clients/json-client.ts';
import type { ConsentView, FetchUnderConsent, PersonClient } from '../clients/person-client.ts';
import type { Here } from '../demo/here.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import { dim, green } from '../terminal/terminal.ts';
import { choose, shortId } from './choose.ts';
import { personCommand } from './person-command.ts';

interface ReceiptOptions {
  readonly fetch?: string | true;
  readonly page?: boolean;
  readonly out?: string;
}

/** Checkpoints come every ten seconds where nothing else is set. */
const PATIENCE_SECONDS = 40;

export function addReceiptCommand(program: Command, here: Here): void {
  const command = personCommand<ReceiptOptions>(
    program,
    here,
    'receipt [consent]',
    'keep the receipt of a consent, or of one release of data under it, in a file',
    async ({ person, terminal, given, options: { fetch, page, out } }) => {
      const consent = await findConsent(person, given);
      const session = fetch === undefined ? undefined : findFetch(consent, fetch === true ? undefined : fetch);
      const ending = page === true ? '.html' : '';
      const text = await whenReady(
        () =>
          session === undefined ? person.consentReceipt(consent.id, ending) : person.releaseReceipt(session, ending),
        () => terminal.say(dim('it is not under a checkpoint of the audit trail yet; waiting')),
      );
      const kind = session === undefined ? 'consent' : 'release';
      const file = out ?? `${kind}-receipt-${shortId(session ?? consent.id)}${page === true ? '.html' : '.json'}`;
      await writeFile(file, text, { mode: 0o600 });
      terminal.answer({ ok: true, kind, consent: consent.id, ...(session && { session }), file }, () => {
        terminal.say(`${green('✔')} ${file}`);
        if (page !== true) terminal.say(dim(`anyone checks it offline: assent verify ${file} --trust-list FILE`));
      });
    },
  );
  command
    .option('--fetch [session]', 'of a release: the end of the id of its data session, or the newest')
    .option('--page', 'the page for people, to read and print')
    .option('--out <file>', 'where to');
}

async function findConsent(person: PersonClient, given: string | undefined): Promise<ConsentView> {
  const { consents } = await person.consents();
  const { id } = choose(given, consents, ({ id, dataUser }) => ({ id, name: dataUser.name }), 'consent');
  return person.consent(id);
}

/** The newest comes first. Of one that came to nothing neither side says anything. */
function findFetch({ fetches = [] }: ConsentView, given: string | undefined): string {
  if (given !== undefined) {
    const describe = ({ sessionId, from, requestedAt }: FetchUnderConsent) => ({
      id: sessionId,
      name: `${from.name}, ${momentWords(requestedAt)}`,
    });
    return choose(given, fetches, describe, 'data session').sessionId;
  }
  const newest = fetches.find(({ recordsSent, recordsReceived }) => (recordsSent ?? recordsReceived) !== null);
  if (newest === undefined) throw new CommandFailure('not-found', 'nothing was released under this consent');
  return newest.sessionId;
}

async function whenReady(ask: () => Promise<string>, tellWaiting: () => void): Promise<string> {
  for (let left = PATIENCE_SECONDS; ; ) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ProblemAnswer && error.code === 'receipt-not-ready') || left <= 0) throw error;
      if (left === PATIENCE_SECONDS) tellWaiting();
      const seconds = Math.min(error.retryAfterSeconds ?? 1, left);
      left -= seconds;
      await sleep(seconds * 1000);
    }
  }
}
