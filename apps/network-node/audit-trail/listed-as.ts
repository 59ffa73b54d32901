import type { ParticipantRole } from '#domain';

const roles: Readonly<Record<string, ParticipantRole>> = {
  'consent-manager': 'consent-manager',
  'data-provider-adapter': 'data-provider',
  'data-user-gateway': 'data-user',
  'trust-registry': 'trust-registry',
};

/** What a role of a node is in the trust list, and in its checkpoints. */
export function listedAs(role: string): ParticipantRole {
  const listed = roles[role];
  if (listed === undefined) throw new Error(`${role} is no role of a network`);
  return listed;
}
