/** A global URI that names an organisation in the network, e.g. `https://bank.example`. */
export type ParticipantId = string;

export const participantRoles = ['consent-manager', 'data-provider', 'data-user', 'trust-registry'] as const;
export type ParticipantRole = (typeof participantRoles)[number];

export const keyUses = ['message', 'statement', 'access-token', 'trust-list'] as const;
/** Each listed key has one use: live messages, statements, access tokens (consent managers), trust lists (registries). */
export type KeyUse = (typeof keyUses)[number];
