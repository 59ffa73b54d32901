/** The machine-readable side of an entry. Ids, names and counts; never a value of a record. */
export interface TimelineFacts {
  readonly participant?: string | undefined;
  /** The listed name of `participant`, at the time. */
  readonly name?: string | undefined;
  readonly handle?: string | undefined;
  readonly consentId?: string | undefined;
  readonly dataRequestId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly accountLinkId?: string | undefined;
  readonly purpose?: string | undefined;
  readonly reason?: string | undefined;
  readonly records?: number | undefined;
  readonly until?: string | undefined;
  readonly label?: string | undefined;
  readonly code?: string | undefined;
}

const because = (reason: string | undefined) => (reason === undefined ? '' : ` Reason: ${reason}`);

const count = (records: number | undefined) => (records === 1 ? '1 record' : `${records ?? 0} records`);

/** Every kind of entry, and how a person reads it. */
export const timelineWords = {
  'principal.joined': () => 'You joined this consent manager.',
  'contact.verified': () => 'You verified a contact.',
  'account.linked': ({ name, label }) => `You linked the account ${label} at ${name}.`,
  'account.unlinked': ({ name, label }) => `You ended the link to the account ${label} at ${name}.`,
  'account.unlinked-by-provider': ({ name, label }) => `${name} ended the link to your account ${label}.`,
  'consent-request.received': ({ name, purpose }) => `${name} asks for your consent: ${purpose}.`,
  'consent-request.approved': ({ name, purpose }) => `You gave ${name} your consent: ${purpose}.`,
  'consent-request.narrowed': ({ name, purpose }) =>
    `You gave ${name} your consent for less than it asked for: ${purpose}.`,
  'consent-request.rejected': ({ name, reason }) => `You said no to ${name}.${because(reason)}`,
  'consent-request.expired': ({ name }) => `The request of ${name} lapsed without your answer.`,
  'consent.paused': ({ name, until }) =>
    until === undefined ? `You paused your consent to ${name}.` : `You paused your consent to ${name} until ${until}.`,
  'consent.resumed': ({ name }) => `Your consent to ${name} is in force again.`,
  'consent.revoked': ({ name, reason }) => `You withdrew your consent to ${name}.${because(reason)}`,
  'consent.ended-with-link': ({ name }) => `Your consent to ${name} ended, as no linked account is left under it.`,
  'consent.reduced-with-link': ({ name }) => `An account link ended; ${name} gives nothing more under this consent.`,
  'consent.expired': ({ name }) => `Your consent to ${name} came to its end.`,
  'data-request.authorised': ({ name }) => `${name} asked for your data under your consent, and may fetch it.`,
  'data-request.returned': ({ name }) => `The fetch of ${name} brought nothing and does not count.`,
  'data-session.sent': ({ name, records }) => `${name} handed over ${count(records)} about you.`,
  'data-session.received': ({ name, records }) => `${name} says that it received ${count(records)} about you.`,
  'data-session.mismatched': ({ name }) => `What was handed over and what ${name} says it received differ.`,
  'data-session.unconfirmed': ({ name }) => `${name} has not confirmed what was handed over to it.`,
  'data-session.erased': ({ name, records }) => `${name} erased ${count(records)} about you, and signed for it.`,
  'data-session.erasure-overdue': ({ name }) => `${name} should have erased your data by now and has not said so.`,
} as const satisfies Record<string, (facts: TimelineFacts) => string>;

export type TimelineKind = keyof typeof timelineWords;

export function timelineText(kind: TimelineKind, facts: TimelineFacts): string {
  const words: (facts: TimelineFacts) => string = timelineWords[kind];
  return words(facts);
}
