import type { EventDesk } from '#platform';
import type { Here } from '../demo/here.ts';
import { findEventId, getEvent, withEventDesk } from '../events/at-event-desk.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import { dim, green, Terminal, yellow } from '../terminal/terminal.ts';
import type { EventsOptions } from './events-views.ts';

type ReplayOptions = EventsOptions & { readonly all?: boolean };

/** What there is of each kind; what is under way arrives without being replayed. */
interface Replayed {
  readonly replayed: number;
  readonly underWay: readonly string[];
}

export async function replayEvents(
  here: Here,
  environment: Readonly<Record<string, string | undefined>>,
  given: readonly string[],
  options: ReplayOptions,
): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const { receiver, dead, all } = options;
  const some = receiver !== undefined || dead === true || all === true;
  if (some === given.length > 0) {
    throw new CommandFailure('usage', 'which events? Name their ids, or say --receiver, --dead or --all');
  }
  if (options.type !== undefined) throw new CommandFailure('usage', 'events are not replayed by --type');
  const { replayed, underWay } = await withEventDesk(here, environment, options, async (desk): Promise<Replayed> => {
    if (some) return { replayed: await desk.replayAll({ receiver, dead }), underWay: [] };
    return replayNamed(desk, await Promise.all(given.map((each) => findEventId(desk, each))));
  });
  terminal.answer({ ok: true, replayed, underWay }, () => {
    terminal.say(`${green('✔')} ${replayed} ${replayed === 1 ? 'event is' : 'events are'} told anew`);
    for (const id of underWay) terminal.say(yellow(`! ${id} is under way just now: it is left as it is`));
    terminal.say(dim('The running role takes them within a second; where the receiver is away, at its next knock.'));
  });
}

async function replayNamed(desk: EventDesk, ids: readonly string[]): Promise<Replayed> {
  // Nothing is replayed where one of them is not there.
  for (const id of ids) await getEvent(desk, id);
  const replayed = await desk.replay(ids);
  return { replayed: replayed.length, underWay: ids.filter((id) => !replayed.includes(id)) };
}
