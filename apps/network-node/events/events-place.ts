import type { Here } from '../demo/here.ts';
import { findRolePlace, type RolePlace } from '../role-place/role-place.ts';

/** The database of the role whose events are meant: the trust registry tells none. @throws as findRolePlace */
export function findEventsPlace(
  here: Here,
  environment: Readonly<Record<string, string | undefined>>,
  wanted: string | undefined,
): Promise<RolePlace> {
  const isMeant = (role: string) => role !== 'trust-registry';
  return findRolePlace(here, environment, { wanted, isMeant, words: 'tells events' });
}
