export const invitationsKey = ['operator-invitations'] as const;
