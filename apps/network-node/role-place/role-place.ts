import { join } from 'node:path';
import { findEmbeddedPostgres, type RoleSettings, readSettings } from '#platform';
import type { Here } from '../demo/here.ts';
import { getRole, rolesToStart } from '../node/known-roles.ts';
import { environmentOf, type RoleInstance } from '../node/role-environment.ts';
import { CommandFailure } from '../terminal/command-failure.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A role of this machine, with its database. */
export interface RolePlace {
  readonly name: string;
  readonly url: string;
  readonly schema: string;
  /** Those that are right by themselves; of a member of the demo network none. */
  readonly settings: Partial<RoleSettings>;
  readonly isDemo: boolean;
}

/** Which roles are meant. */
export interface RoleChoice {
  /** The name of one, where there are several. */
  readonly wanted: string | undefined;
  readonly isMeant: (role: string) => boolean;
  /** What those that are meant have: `tells events`. */
  readonly words: string;
}

const saysOfRoles = /^ROLES$|(^|__)DATABASE_URL(_FILE)?$/;

/**
 * The role that `assent start` would start with this environment; where it says nothing of roles, a member of the demo
 * network.
 *
 * @throws CommandFailure where there is no such role, or it has no database
 */
export async function findRolePlace(here: Here, environment: Environment, choice: RoleChoice): Promise<RolePlace> {
  if (Object.keys(environment).some((name) => saysOfRoles.test(name) && environment[name] !== '')) {
    const instance = choose(rolesToStart(environment), choice);
    return placeOf(instance, environmentOf(instance, environment), join(here.home, 'postgres'), false);
  }
  const instance = choose(here.roles(), choice);
  const own = { DATABASE_SCHEMA: instance.name.replaceAll('-', '_') };
  return placeOf(instance, own, join(here.demoFolder, 'postgres'), true);
}

function choose(instances: readonly RoleInstance[], { wanted, isMeant, words }: RoleChoice): RoleInstance {
  const meant = instances.filter(({ role }) => isMeant(role));
  const found = meant.filter(({ name, role }) => wanted === undefined || wanted === name || wanted === role);
  const [one] = found;
  const names = meant.map(({ name }) => name).join(', ');
  if (one === undefined) throw new CommandFailure('not-found', `no role ${wanted ?? ''} ${words} here, only ${names}`);
  if (found.length > 1) throw new CommandFailure('usage', `whose? Say --role with one of ${names}`);
  return one;
}

async function placeOf(
  { name, role }: RoleInstance,
  own: Environment,
  embedded: string,
  isDemo: boolean,
): Promise<RolePlace> {
  const { values, mistakes } = readSettings(getRole(role).settings, own);
  const schema = values.DATABASE_SCHEMA ?? role.replaceAll('-', '_');
  const given = own['DATABASE_URL'] || own['DATABASE_URL_FILE'];
  const [wrong] = mistakes.filter(({ name: setting }) => setting.startsWith('DATABASE_'));
  if (given && wrong !== undefined) throw new CommandFailure('usage', `${wrong.name} ${wrong.problem}`);
  const url = values.DATABASE_URL ?? (await findEmbeddedPostgres(embedded));
  if (url !== undefined) return { name, url, schema, settings: values, isDemo };
  throw new CommandFailure(
    'unreachable',
    `DATABASE_URL is not set, and no PostgreSQL runs in ${embedded}: start the role, or set it`,
  );
}
