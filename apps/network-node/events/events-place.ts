import { join } from 'node:path';
import { findEmbeddedPostgres, readSettings } from '#platform';
import type { Here } from '../demo/here.ts';
import { getRole, rolesToStart } from '../node/known-roles.ts';
import { environmentOf, type RoleInstance } from '../node/role-environment.ts';
import { CommandFailure } from '../terminal/command-failure.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The database of the role whose events are meant. */
export interface EventsPlace {
  readonly name: string;
  readonly url: string;
  readonly schema: string;
}

const saysOfRoles = /^ROLES$|(^|__)DATABASE_URL(_FILE)?$/;

/**
 * The role that `assent start` would start with this environment; where it says nothing of roles, a member of the demo
 * network.
 *
 * @param wanted its name, where there are several
 */
export async function findEventsPlace(
  here: Here,
  environment: Environment,
  wanted: string | undefined,
): Promise<EventsPlace> {
  if (Object.keys(environment).some((name) => saysOfRoles.test(name) && environment[name] !== '')) {
    const instance = choose(rolesToStart(environment), wanted);
    return placeOf(instance, environmentOf(instance, environment), join(here.home, 'postgres'));
  }
  const instance = choose(here.roles(), wanted);
  const own = { DATABASE_SCHEMA: instance.name.replaceAll('-', '_') };
  return placeOf(instance, own, join(here.demoFolder, 'postgres'));
}

/** The trust registry tells no events. */
function choose(instances: readonly RoleInstance[], wanted: string | undefined): RoleInstance {
  const telling = instances.filter(({ role }) => role !== 'trust-registry');
  const found = telling.filter(({ name, role }) => wanted === undefined || wanted === name || wanted === role);
  const [one] = found;
  const names = telling.map(({ name }) => name).join(', ');
  if (one === undefined)
    throw new CommandFailure('not-found', `no role ${wanted ?? ''} tells events here, only ${names}`);
  if (found.length > 1) throw new CommandFailure('usage', `whose events? Say --role with one of ${names}`);
  return one;
}

async function placeOf({ name, role }: RoleInstance, own: Environment, embedded: string): Promise<EventsPlace> {
  const { values, mistakes } = readSettings(getRole(role).settings, own);
  const schema = values.DATABASE_SCHEMA ?? role.replaceAll('-', '_');
  const given = own['DATABASE_URL'] || own['DATABASE_URL_FILE'];
  const [wrong] = mistakes.filter(({ name: setting }) => setting.startsWith('DATABASE_'));
  if (given && wrong !== undefined) throw new CommandFailure('usage', `${wrong.name} ${wrong.problem}`);
  const url = values.DATABASE_URL ?? (await findEmbeddedPostgres(embedded));
  if (url !== undefined) return { name, url, schema };
  throw new CommandFailure(
    'unreachable',
    `DATABASE_URL is not set, and no PostgreSQL runs in ${embedded}: start the role, or set it`,
  );
}
