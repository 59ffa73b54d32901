import { momentWords, type RefusalCode, refusalCodes, rejectionWords, type SessionFinding } from '#domain';

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
  /** Of a standing choice: what she named it, and which version of it. */
  readonly choice?: string | undefined;
  readonly choiceId?: string | undefined;
  readonly choiceVersion?: number | undefined;
  /** Of a refusal. */
  readonly code?: RefusalCode | undefined;
  /** How both sides' words on a session compare. */
  readonly finding?: SessionFinding | undefined;
  /** How often on that day, this time with them. */
  readonly times?: number | undefined;
  /** How far erasing reached what a data user had handed on, in sentences. */
  readonly handedOn?: string | undefined;
  /** Places of which erasing what was handed on is not done, or not known to be. */
  readonly left?: number | undefined;
}

const because = (reason: string | undefined) => (reason === undefined ? '' : ` Reason: ${reason}`);

const count = (records: number | undefined) => (records === 1 ? '1 record' : `${records ?? 0} records`);

const reasons: Partial<Record<RefusalCode, string>> = {
  'consent-paused': 'you have paused this consent',
  'consent-revoked': 'you have withdrawn this consent',
  'consent-expired': 'this consent has come to its end',
  'consent-not-started': 'this consent has not begun yet',
  'participant-not-active': 'one side is not active in the network at present',
  'purpose-not-consented': 'it was for another purpose than you allowed',
  'data-type-not-consented': 'it was for records that you did not allow',
  'field-not-consented': 'it was for details that you did not allow',
  'data-range-not-consented': 'it was for a time that you did not allow',
  'one-time-used': 'you allowed it once, and that was used',
  'frequency-exceeded': 'it has fetched as often as you allowed for now',
  'account-not-linked': 'no account that holds it is linked any more',
};

/** The reason for a refusal, in words for her. */
export function whyNot(code: RefusalCode | undefined): string {
  if (code === undefined) return 'it was refused';
  return reasons[code] ?? refusalCodes[code][1].replace(/^./, (first) => first.toLowerCase());
}

/** Every kind of entry, and how a person reads it. */
export const timelineWords = {
  'principal.joined': () => 'You joined this consent manager.',
  'contact.verified': () => 'You verified a contact.',
  'openid-identity.linked': ({ label }) => `From now on ${label} signs you in.`,
  'openid-identity.unlinked': ({ label }) => `${label} signs you in no more.`,
  'passkey.made': ({ label }) => `You made the passkey ${label}. From now on you approve with a passkey alone.`,
  'passkey.removed': ({ label }) => `You removed the passkey ${label}.`,
  'recovery-codes.made': () => 'You made new recovery codes. Those from before do not count any more.',
  'recovery-code.used': () => 'Someone signed in as you with one of your recovery codes.',
  'account.linked': ({ name, label }) => `You linked the account ${label} at ${name}.`,
  'account.unlinked': ({ name, label }) => `You ended the link to the account ${label} at ${name}.`,
  'account.unlinked-by-provider': ({ name, label }) => `${name} ended the link to your account ${label}.`,
  'consent-request.received': ({ name, purpose }) => `${name} asks for your consent: ${purpose}.`,
  'consent-request.approved': ({ name, purpose }) => `You gave ${name} your consent: ${purpose}.`,
  'consent-request.narrowed': ({ name, purpose }) =>
    `You gave ${name} your consent for less than it asked for: ${purpose}.`,
  'consent-request.rejected': ({ name, reason }) =>
    `You said no to ${name}.${because(reason && rejectionWords(reason))}`,
  'consent-request.approved-by-choice': ({ name, purpose, choice }) =>
    `Your standing choice “${choice}” gave ${name} your consent: ${purpose}.`,
  'consent-request.approved-in-emergency': ({ name, purpose, choice }) =>
    `Your emergency access “${choice}” gave ${name} your consent: ${purpose}.`,
  'consent-request.rejected-by-choice': ({ name, choice }) => `Your standing choice “${choice}” said no to ${name}.`,
  'consent-request.expired': ({ name }) => `The request of ${name} lapsed without your answer.`,
  'standing-choice.set': ({ choice }) => `You set the standing choice “${choice}”.`,
  'standing-choice.changed': ({ choice }) => `You changed the standing choice “${choice}”.`,
  'standing-choice.turned-off': ({ choice }) => `You turned off the standing choice “${choice}”.`,
  'standing-choice.removed': ({ choice }) => `You removed the standing choice “${choice}”.`,
  'consent.paused': ({ name, until }) =>
    `You paused your consent to ${name}${until === undefined ? '' : ` until ${momentWords(until)}`}.`,
  'consent.resumed': ({ name }) => `Your consent to ${name} is in force again.`,
  'consent.revoked': ({ name, reason }) => `You withdrew your consent to ${name}.${because(reason)}`,
  'consent.ended-with-link': ({ name }) => `Your consent to ${name} ended, as no linked account is left under it.`,
  'consent.reduced-with-link': ({ name }) => `An account link ended; ${name} gives nothing more under this consent.`,
  'consent.expired': ({ name }) => `Your consent to ${name} came to its end.`,
  'data-request.authorised': ({ name }) => `${name} asked for your data under your consent, and may fetch it.`,
  'data-request.refused': ({ name, code, times = 1 }) =>
    `${name} asked for your data${times === 1 ? '' : ` ${times} times today`} and got none: ${whyNot(code)}.`,
  'data-request.returned': ({ name }) => `The fetch of ${name} brought nothing and does not count.`,
  'data-session.sent': ({ name, records }) => `${name} handed over ${count(records)} about you.`,
  'data-session.received': ({ name, records }) => `${name} says that it received ${count(records)} about you.`,
  'data-session.mismatched': ({ name }) => `What was handed over and what ${name} says it received differ.`,
  'data-session.unconfirmed': ({ name }) => `${name} has not confirmed what was handed over to it.`,
  'data-session.unstated': ({ name }) => `${name} has not confirmed what others received from it about you.`,
  'data-session.matched': ({ name }) => `What was handed over and what ${name} says it received now agree.`,
  'data-session.retried': ({ name }) =>
    `${name} asks once more for what had failed. That does not count as another time.`,
  'data-session.erased': ({ name, records, handedOn }) =>
    `${name} erased ${count(records)} about you, and signed for it.${handedOn === undefined ? '' : ` ${handedOn}`}`,
  'hand-over.erased': ({ name, handedOn }) => `${name} tells more of your data that it had handed on. ${handedOn}`,
  'data-session.erasure-overdue': ({ name }) => `${name} should have erased your data by now and has not said so.`,
} as const satisfies Record<string, (facts: TimelineFacts) => string>;

/** How an entry names a standing choice. */
export function factsOfChoice(choice?: { readonly id: string; readonly version: number; readonly name: string }) {
  return choice && { choice: choice.name, choiceId: choice.id, choiceVersion: choice.version };
}

export type TimelineKind = keyof typeof timelineWords;

export function timelineText(kind: TimelineKind, facts: TimelineFacts): string {
  const words: (facts: TimelineFacts) => string = timelineWords[kind];
  return words(facts);
}
