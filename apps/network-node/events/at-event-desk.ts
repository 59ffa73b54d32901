import { toInstant } from '#domain';
import { EventDesk, type ShownEvent } from '#platform';
import type { Here } from '../demo/here.ts';
import type { RolePlace } from '../role-place/role-place.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import { findEventsPlace } from './events-place.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws CommandFailure where there is no such role, or its database or outbox is not there */
export async function withEventDesk<T>(
  here: Here,
  environment: Environment,
  options: { readonly role?: string },
  work: (desk: EventDesk, place: RolePlace) => Promise<T>,
): Promise<T> {
  const place = await findEventsPlace(here, environment, options.role);
  const desk = EventDesk.at(place, () => toInstant(Date.now()));
  try {
    return await work(desk, place);
  } catch (error) {
    throw failureOf(error, place);
  } finally {
    await desk.close();
  }
}

function failureOf(error: unknown, { name, url, schema }: RolePlace): unknown {
  const { code } = error as { code?: string };
  if (error instanceof CommandFailure || code === undefined) return error;
  if (code === '42P01' || code === '42703') {
    return new CommandFailure('not-found', `the schema ${schema} has no events, or older ones: start ${name}`);
  }
  const { host, pathname } = new URL(url);
  return new CommandFailure('unreachable', `the database at ${host}${pathname} cannot be used (${code})`);
}

export async function getEvent(desk: EventDesk, id: string): Promise<ShownEvent> {
  const found = await desk.find(id);
  if (found === undefined) throw new CommandFailure('not-found', `there is no event ${id}`);
  return found;
}

const whole = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @param given an id, or the end of one that is not acknowledged */
export async function findEventId(desk: EventDesk, given: string): Promise<string> {
  const id = given.toLowerCase();
  if (whole.test(id)) return id;
  const [one, other] = /^[0-9a-f-]{4,}$/.test(id) ? await desk.findEndingIn(id) : [];
  if (one === undefined) {
    throw new CommandFailure('not-found', `no event that waits ends in ${given}; an acknowledged one is named in full`);
  }
  if (other !== undefined) throw new CommandFailure('usage', `more than one event ends in ${given}: name more of it`);
  return one;
}
