import { rolesToStart } from '../node/known-roles.ts';
import type { RoleInstance } from '../node/role-environment.ts';
import { CommandFailure } from '../terminal/command-failure.ts';

/** The roles that `assent start` would start with this environment; of them those that are named. */
export function chooseInstances(
  environment: Readonly<Record<string, string | undefined>>,
  chosen: readonly string[] | undefined,
): RoleInstance[] {
  const all = rolesToStart(environment);
  const unknown = chosen?.find((name) => !all.some((instance) => instance.name === name || instance.role === name));
  if (unknown !== undefined) throw new CommandFailure('usage', `ROLES has no ${unknown}`);
  return all.filter(({ name, role }) => chosen === undefined || chosen.includes(name) || chosen.includes(role));
}
