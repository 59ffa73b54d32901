import { type Clock, SystemClock } from '#platform';
import { getRole, rolesToStart } from '../node/known-roles.ts';
import { environmentOf } from '../node/role-environment.ts';
import { examineRole } from './examine-role.ts';
import type { Finding } from './finding.ts';

export interface RoleFindings {
  readonly name: string;
  readonly role: string;
  readonly findings: readonly Finding[];
}

/** Examines the roles that `assent start` would start with this environment. @throws where ROLES names none */
export async function runDoctor(
  environment: Readonly<Record<string, string | undefined>>,
  clock: Clock = new SystemClock(),
): Promise<RoleFindings[]> {
  const instances = rolesToStart(environment);
  return Promise.all(
    instances.map(async (instance) => ({
      name: instance.name,
      role: instance.role,
      findings: await examineRole(instance.name, getRole(instance.role), environmentOf(instance, environment), clock),
    })),
  );
}
