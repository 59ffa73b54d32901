import { type Delivery, type ListedEvent, printPlace, type ReceiverSummary, reasonWords } from '#platform';
import type { Here } from '../demo/here.ts';
import { findEventId, getEvent, withEventDesk } from '../events/at-event-desk.ts';
import { readPlace } from '../events/delivery-place.ts';
import { bold, dim, Terminal } from '../terminal/terminal.ts';
import { shortId } from './choose.ts';
import { ageWords, outcomeWord, standingWord, tookWords } from './events-words.ts';
import { readLimit } from './limit-option.ts';
import { showFacts } from './show-facts.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface EventsOptions {
  readonly role?: string;
  readonly receiver?: string;
  readonly dead?: boolean;
  readonly type?: string;
  readonly limit?: string;
  readonly after?: string;
  readonly before?: string;
  readonly json?: boolean;
}

const worded = (event: ListedEvent, now: number) => ({
  ...event,
  standing: standingWord(event),
  ageSeconds: Math.round((now - Date.parse(event.createdAt)) / 1000),
  reason: reasonWords(event.lastFailure ?? ''),
});
const wordedDelivery = (delivery: Delivery) => ({ ...delivery, words: reasonWords(delivery.reason) });

export async function listEvents(here: Here, environment: Environment, options: EventsOptions): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const limit = readLimit(options);
  const { receiver, dead, type, after } = options;
  const { name, receivers, found } = await withEventDesk(here, environment, options, async (desk, place) => ({
    name: place.name,
    receivers: await desk.summarise(receiver),
    found: await desk.undelivered({ receiver, dead, type }, limit + 1, after && (await findEventId(desk, after))),
  }));
  const events = found.slice(0, limit).map((event) => worded(event, Date.now()));
  const next = found.length > limit ? events.at(-1)?.id : undefined;
  terminal.answer({ ok: true, role: name, receivers: receivers.map(wordedSummary), events, next }, () => {
    terminal.say(bold(`Counterparts of ${name}`));
    showReceivers(terminal, receivers);
    terminal.say(bold('\nNot acknowledged'));
    const head = ['event', 'to', 'type', 'subject', 'version', 'age', 'failed', 'state', 'next try', 'why'];
    const rows = events.map((event) => [
      shortId(event.id),
      event.receiver,
      event.type,
      shortId(event.subject),
      `${event.version}`,
      ageWords(event.createdAt),
      `${event.attempts}`,
      event.standing,
      event.deadAt === null ? event.nextAttemptAt : `none since ${event.deadAt}`,
      event.reason || 'not tried yet',
    ]);
    terminal.table(head, rows);
    if (next !== undefined) terminal.say(dim(`there are more: --after ${shortId(next)}`));
  });
}

const wordedSummary = (summary: ReceiverSummary) => ({ ...summary, reason: reasonWords(summary.lastFailure ?? '') });

function showReceivers(terminal: Terminal, receivers: readonly ReceiverSummary[]): void {
  const head = ['counterpart', 'waiting', 'oldest', 'dead', 'last success', 'last failure', 'why'];
  const rows = receivers.map(({ receiver, waiting, oldest, dead, lastSuccessAt, lastFailureAt, lastFailure }) => [
    receiver,
    `${waiting}`,
    oldest === null ? '' : ageWords(oldest),
    `${dead}`,
    lastSuccessAt ?? 'none',
    lastFailureAt ?? 'none',
    reasonWords(lastFailure ?? ''),
  ]);
  terminal.table(head, rows);
}

export async function showEvent(
  here: Here,
  environment: Environment,
  given: string,
  options: EventsOptions,
): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const shown = await withEventDesk(here, environment, options, async (desk) =>
    getEvent(desk, await findEventId(desk, given)),
  );
  const { log, claims, ...event } = shown;
  const said = worded(event, Date.now());
  terminal.answer({ ok: true, event: { ...said, claims, log: log.map(wordedDelivery) } }, () => {
    showFacts(terminal, [
      ['event', said.id],
      ['to', said.receiver],
      ['type', said.type],
      ['subject', `${said.subject}, version ${said.version}`],
      ['told', `${said.createdAt}, ${ageWords(said.createdAt)} ago`],
      ['state', said.standing],
      ['attempts', `${said.attempts}`],
      ['next try', said.acknowledgedAt === null && said.deadAt === null ? said.nextAttemptAt : 'none'],
      ['why', said.reason || 'no failure'],
    ]);
    terminal.say(bold('\nWhat it says'));
    terminal.say(JSON.stringify(claims, null, 2));
    terminal.say(bold('\nWhat became of it'));
    terminal.table(
      logHead.slice(0, -2),
      log.map((entry) => logRow(entry).slice(0, -2)),
    );
  });
}

const logHead = ['time', 'outcome', 'took', 'why', 'to', 'event'];
const logRow = ({ at, outcome, milliseconds, reason, receiver, type, eventId }: Delivery): string[] => [
  at,
  outcomeWord(outcome),
  tookWords(milliseconds),
  reasonWords(reason),
  receiver,
  `${type ?? 'forgotten'} ${eventId}`,
];

export async function listDeliveries(here: Here, environment: Environment, options: EventsOptions): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const limit = readLimit(options);
  const before = options.before === undefined ? undefined : readPlace(options.before);
  const found = await withEventDesk(here, environment, options, (desk) =>
    desk.deliveries(options.receiver, limit + 1, before),
  );
  const deliveries = found.slice(0, limit);
  const last = found.length > limit ? deliveries.at(-1) : undefined;
  const next = last && printPlace(last);
  terminal.answer({ ok: true, deliveries: deliveries.map(wordedDelivery), next }, () => {
    terminal.table(logHead, deliveries.map(logRow));
    if (next !== undefined) terminal.say(dim(`there are older ones: --before ${next}`));
  });
}
