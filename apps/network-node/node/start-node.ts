import { type RunningRole, startEmbeddedPostgres, startRole } from '#platform';
import { getRole, rolesToStart } from './known-roles.ts';
import { environmentOf } from './role-environment.ts';

export interface RunningNode {
  readonly roles: readonly RunningRole[];
  stop(): Promise<void>;
}

/**
 * Starts each role of `ROLES` as its own application on its own port. They meet over HTTP even in here.
 *
 * @param onStarted hears of each role as it begins to listen
 * @throws where one cannot start; those that had started are stopped again
 */
export async function startNode(
  environment: Readonly<Record<string, string | undefined>>,
  onStarted: (name: string, url: string) => void = () => {},
): Promise<RunningNode> {
  const instances = rolesToStart(environment);
  const wanted = instances.map((instance) => ({ instance, role: getRole(instance.role) }));
  const started = await Promise.allSettled(
    wanted.map(async ({ instance, role }) => {
      const running = await startRole(role, environmentOf(instance, environment));
      onStarted(instance.name, running.url);
      return running;
    }),
  );
  const roles = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const stop = async () => {
    await Promise.all(roles.map((role) => role.stop()));
  };
  const failed = started.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  return { roles, stop };
}

const namesDatabase = /(^|__)DATABASE_URL(_FILE)?$/;

/**
 * The settings with a database: as they are where one is named, else with an embedded PostgreSQL kept in `folder`.
 *
 * @param cleanUp hears of the PostgreSQL, so that it is stopped last
 */
export async function withDatabase(
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
  cleanUp: { add(act: () => Promise<unknown>): void },
): Promise<Readonly<Record<string, string | undefined>>> {
  if (Object.keys(environment).some((name) => namesDatabase.test(name))) return environment;
  const starting = startEmbeddedPostgres(folder);
  cleanUp.add(async () => (await starting).stop());
  return { ...environment, DATABASE_URL: (await starting).url };
}
