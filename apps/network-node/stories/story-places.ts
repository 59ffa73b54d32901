import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#embedded-postgres';
import { type DatabaseSettings, type Role, readSettings } from '#platform';
import { demoMembers } from '../demo/demo-network.ts';
import type { Here } from '../demo/here.ts';
import { getRole, rolesToStart } from '../node/known-roles.ts';
import { environmentOf } from '../node/role-environment.ts';
import { CommandFailure } from '../terminal/command-failure.ts';

/** A role's database, by its settings. */
export interface StoryPlace {
  readonly name: string;
  readonly role: Role;
  readonly schema: string;
  readonly settings: DatabaseSettings;
}

export interface StoryPlaces {
  readonly places: readonly StoryPlace[];
  close(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

function placeOf(name: string, role: Role, environment: Environment): StoryPlace {
  const { values } = readSettings(role.settings, environment);
  const { DATABASE_URL, DATABASE_POOL_SIZE = 2 } = values;
  if (DATABASE_URL === undefined) throw new CommandFailure('usage', `${name}: DATABASE_URL is not set`);
  const { DATABASE_STATEMENT_TIMEOUT_SECONDS = 30, DATABASE_LOCK_TIMEOUT_SECONDS = 10 } = values;
  const bounds = { DATABASE_STATEMENT_TIMEOUT_SECONDS, DATABASE_LOCK_TIMEOUT_SECONDS };
  const settings = { DATABASE_URL, DATABASE_POOL_SIZE: Math.min(2, DATABASE_POOL_SIZE), ...bounds };
  return { name, role, schema: values.DATABASE_SCHEMA ?? role.name.replaceAll('-', '_'), settings };
}

/** The same where `assent start` runs a PostgreSQL of its own here: it runs, or is started as long as it is read. */
export async function hereStoryPlaces(here: Here, environment: Environment): Promise<StoryPlaces> {
  const folder = join(here.home, 'postgres');
  if (namesDatabase(environment) || !existsSync(folder)) return storyPlaces(environment);
  const postgres = await startEmbeddedPostgres(folder);
  const { places } = storyPlaces({ ...environment, DATABASE_URL: postgres.url });
  return { places, close: () => postgres.stop() };
}

const namesDatabase = (environment: Environment) =>
  Object.keys(environment).some((name) => /(^|__)DATABASE_URL(_FILE)?$/.test(name));

/** The roles that `assent start` would start with this environment. @throws CommandFailure without a database */
export function storyPlaces(environment: Environment): StoryPlaces {
  const instances = rolesToStart(environment);
  const told = instances.filter(({ role }) => role !== 'trust-registry');
  const places = told.map((one) => placeOf(one.name, getRole(one.role), environmentOf(one, environment)));
  return { places, close: async () => undefined };
}

/** A member of the demo network: its database runs, or is started as long as it is read. */
export async function demoStoryPlaces(here: Here, name: string): Promise<StoryPlaces> {
  const member = demoMembers(here.demoFolder, here.demoState().seed).find((one) => one.name === name);
  if (member === undefined) throw new CommandFailure('not-found', `there is no ${name} in the demo network`);
  const postgres = await startEmbeddedPostgres(join(here.demoFolder, 'postgres'));
  const environment = { DATABASE_URL: postgres.url, DATABASE_SCHEMA: name.replaceAll('-', '_') };
  return { places: [placeOf(name, getRole(member.role), environment)], close: () => postgres.stop() };
}
