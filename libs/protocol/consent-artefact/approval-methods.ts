/** How a session of a person was opened; `demo` on one machine alone, where anyone may play her part. */
export const signInMethods = ['one-time-code', 'passkey', 'recovery-code', 'openid-connect', 'demo'] as const;
export type SignInMethod = (typeof signInMethods)[number];

/** How a person said yes: as she was signed in, by signing the artefacts with her passkey, or by a rule she had set. */
export const approvalMethods = [...signInMethods, 'standing-choice'] as const;
export type ApprovalMethod = (typeof approvalMethods)[number];
