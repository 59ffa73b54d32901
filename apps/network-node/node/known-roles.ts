import type { Role } from '#platform';
import { consentManagerRole } from '../../consent-manager/consent-manager.role.ts';
import { dataProviderAdapterRole } from '../../data-provider-adapter/data-provider-adapter.role.ts';
import { dataUserGatewayRole } from '../../data-user-gateway/data-user-gateway.role.ts';
import { trustRegistryRole } from '../../trust-registry/trust-registry.role.ts';
import { parseRoles, type RoleInstance } from './role-environment.ts';

/** In the order in which they are best started: the registry first, since all others ask for its list. */
export const knownRoles: readonly Role[] = [
  trustRegistryRole,
  consentManagerRole,
  dataProviderAdapterRole,
  dataUserGatewayRole,
];

export function getRole(name: string): Role {
  const role = knownRoles.find((known) => known.name === name);
  if (role === undefined) {
    throw new Error(`ROLES: there is no role ${name}; there are ${knownRoles.map((known) => known.name).join(', ')}`);
  }
  return role;
}

/** The roles that `assent start` starts with this environment: those of `ROLES`, or one of each. @throws as parseRoles */
export function rolesToStart(environment: Readonly<Record<string, string | undefined>>): RoleInstance[] {
  return parseRoles(environment['ROLES'] ?? knownRoles.map(({ name }) => name).join(','));
}
