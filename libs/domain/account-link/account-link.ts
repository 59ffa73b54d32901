/** The tie between a person, at one consent manager, and an account at a data provider. Ended links stay ended. */
export const accountLinkStates = ['ACTIVE', 'ENDED'] as const;
export type AccountLinkState = (typeof accountLinkStates)[number];

/** A one-time code may be tried this often, and lives this long. */
export const codeTries = 5;
export const codeLife = 'PT10M';
