/**
 * Every reason for a "no" that leaves a role, in one closed list: the HTTP status it travels with, its title, and what
 * the one refused can do next. Published as consent-artefacts/codes/refusal-codes.json.
 */
export const refusalCodes = {
  // form
  'request-malformed': [400, 'The request is not well-formed HTTP', 'Correct the request line, address and headers.'],
  'request-too-slow': [408, 'The request did not arrive in time', 'Send it again, faster.'],
  'headers-too-large': [431, 'The address and headers are larger than taken here', 'Send less in the headers.'],
  'body-too-large': [413, 'The body is larger than this endpoint takes', 'Send less in one call.'],
  'media-type-not-supported': [
    415,
    'The content type is not one this endpoint takes',
    'Send application/jwt for signed messages, application/json otherwise.',
  ],
  'not-strict-json': [
    400,
    'The body is not strict JSON',
    'Send UTF-8 JSON without duplicate keys, nested at most 32 deep.',
  ],
  'schema-mismatch': [400, 'A field is missing, unknown or out of form', 'Correct the named fields and send again.'],
  'not-found': [404, 'There is nothing here for you', 'Check the address and the id.'],
  'method-not-allowed': [405, 'This address does not take that method', 'See the OpenAPI document.'],
  'too-many-requests': [429, 'Too many calls', 'Wait as Retry-After says.'],
  // signed messages, in the order they are checked
  'token-malformed': [400, 'The signed message is not a compact JWS', 'Send a JWS in compact serialisation.'],
  'algorithm-not-allowed': [401, 'The signature algorithm is not allowed', 'Sign with ES256.'],
  'type-not-expected': [
    401,
    'The message is of another type than this endpoint takes',
    'Set the typ that the endpoint expects.',
  ],
  'critical-header-not-understood': [401, 'A critical header is not understood', 'Send no crit header.'],
  'issuer-not-listed': [401, 'The sender is not an active participant', 'Enrol at the trust registry.'],
  'role-not-allowed': [
    403,
    'The sender does not have the role for this',
    'Use a participant that is listed with the role.',
  ],
  'key-not-listed': [
    401,
    'The key is not listed for the sender, or not for this use, or not now',
    'Sign with a key that the trust list names for this use.',
  ],
  'signature-invalid': [401, 'The signature does not verify', 'Sign the message as sent.'],
  'audience-not-me': [401, 'The message is addressed to someone else', 'Address it to this participant.'],
  'message-expired': [401, 'The message has expired', 'Make a new message; check the clock.'],
  'message-not-yet-valid': [401, 'The message is from the future', 'Check the clock.'],
  'message-lives-too-long': [401, 'The message asks to be valid for too long', 'Set exp within the limit of its kind.'],
  'message-replayed': [409, 'The message was accepted before', 'A retry carries a new jti and the same requestId.'],
  'request-id-reused': [409, 'The request id was used for other content', 'Use a new request id for a new request.'],
  'trust-list-unavailable': [
    503,
    'There is no valid trust list to rely on',
    'Try again later; the operator checks the trust registry.',
  ],
  'trust-list-not-from-root': [
    503,
    'The trust list is not signed by a pinned root',
    'The operator compares TRUST_ROOTS_FILE with the trust registry.',
  ],
  'trust-list-expired': [503, 'The trust list has expired', 'The operator checks the trust registry.'],
  'trust-list-older': [503, 'The trust list is older than the one at hand', 'The operator checks the trust registry.'],
  'trust-list-contradictory': [
    503,
    'The trust list has the number of another one',
    'The operator checks the trust registry.',
  ],
  // calls and tokens
  'call-not-authenticated': [
    401,
    'The call carries no valid proof of who calls',
    'Sign the call as the endpoint describes.',
  ],
  'api-key-invalid': [401, 'The API key is missing or wrong', 'Send the key as a bearer token.'],
  'sign-in-required': [401, 'There is no valid session', 'Sign in again.'],
  'operator-right-missing': [403, 'Your right here does not reach so far', 'Ask an admin of this node.'],
  'invitation-not-valid': [
    403,
    'The invitation is unknown, was used or has expired',
    'Ask an admin of this node for another.',
  ],
  'operator-name-taken': [409, 'An operator of this node has that name', 'Choose another name.'],
  'last-passkey': [409, 'The last passkey of an operator stays', 'Add another passkey first.'],
  'last-admin': [409, 'The last admin of a node stays admin', 'Invite another admin first.'],
  'access-token-invalid': [
    401,
    'The access token is missing, expired or not for this',
    'Renew the token at the consent manager.',
  ],
  'proof-of-possession-invalid': [
    401,
    'The DPoP proof is missing or does not match',
    'Prove the key the token is bound to.',
  ],
  'recipient-key-invalid': [400, 'The recipient key is not an X25519 public key', 'Send a fresh X25519 public key.'],
  // consent requests
  'purpose-unknown': [422, 'The purpose code is not in the code list', 'Use a listed purpose code.'],
  'data-type-unknown': [422, 'A data type is not in the code list', 'Use listed data types.'],
  'field-unknown': [422, 'A field is not one of its data type', 'Ask for fields that the data type has.'],
  'template-unknown': [422, 'The template is not known', 'Use a listed template.'],
  'outside-template': [422, 'The request asks for more than its template allows', 'Stay within the template.'],
  'terms-contradictory': [422, 'The terms contradict each other', 'Correct the named terms.'],
  'request-not-pending': [409, 'The request was decided or has lapsed', 'Make a new consent request.'],
  'request-expired': [409, 'The request has expired', 'Make a new consent request.'],
  'narrowing-not-allowed': [
    409,
    'The data user asked to be answered with yes or no',
    'Approve or reject as it stands.',
  ],
  'narrowing-widens': [
    422,
    'The decision asks for more than was requested',
    'Narrow: fewer accounts, types, fields, days or uses.',
  ],
  'no-account-covers': [
    422,
    'No linked account holds what is asked for',
    'Link an account that does, or choose another.',
  ],
  'account-not-yours': [404, 'There is no such linked account', 'Choose among your linked accounts.'],
  // standing choices
  'standing-choice-unknown': [404, 'There is no such standing choice of yours', 'Check the id.'],
  'too-many-standing-choices': [409, 'There are as many standing choices as there may be', 'Remove one first.'],
  'sign-in-not-fresh': [403, 'For this the sign-in must be more recent', 'Sign in again, then do it.'],
  // consents
  'consent-unknown': [404, 'There is no such consent for you', 'Check the id.'],
  'consent-not-active': [403, 'The consent is paused or was never active', 'Wait until it is resumed, or ask again.'],
  'consent-paused': [403, 'The consent is paused', 'Wait until it is resumed.'],
  'consent-revoked': [403, 'The consent was revoked', 'Ask for a new consent.'],
  'consent-not-started': [403, 'The consent period has not begun', 'Wait until it begins.'],
  'consent-expired': [403, 'The consent has expired', 'Ask for a new consent.'],
  'consent-state-terminal': [409, 'The consent has ended and stays so', 'Ask for a new consent.'],
  'transition-not-allowed': [409, 'The consent cannot go there from where it is', 'Look at its state first.'],
  // data requests
  'data-user-not-consented': [403, 'The consent was given to someone else', 'Only the named data user may use it.'],
  'purpose-not-consented': [403, 'The consent is for another purpose', 'Ask for a new consent.'],
  'data-type-not-consented': [403, 'A data type is not covered by the consent', 'Ask only for what was consented.'],
  'field-not-consented': [403, 'A field is not covered by the consent', 'Ask only for what was consented.'],
  'data-range-not-consented': [403, 'The data range reaches outside the consent', 'Ask only for the consented range.'],
  'one-time-used': [403, 'The one-time consent has been used', 'Ask for a new consent.'],
  'frequency-exceeded': [403, 'The consented frequency is used up for now', 'Wait for the next window.'],
  'account-not-linked': [403, 'An account is not linked by this manager for this person', 'Link the account first.'],
  'participant-not-active': [403, 'A participant of this consent is not active now', 'Ask the trust registry.'],
  'artefact-not-here-yet': [503, 'The consent artefact has not arrived here', 'Try again as Retry-After says.'],
  'use-lapsed': [403, 'The data request is older than its use covers', 'Make a new data request.'],
  'use-returned': [
    409,
    'The use of the data request was given back, as nothing was served',
    'Make a new data request: nothing has been spent.',
  ],
  'nothing-to-retry': [
    409,
    'Nothing of the data request has failed',
    'Read what was received, or wait until its sessions have ended.',
  ],
  // data sessions
  'session-unknown': [404, 'There is no such data session for you', 'Check the id.'],
  'session-ended': [409, 'The data session has ended', 'Make a new data request.'],
  'recipient-key-fixed': [
    409,
    'The session was opened for another recipient key',
    'Go on with the first key, or make a new data request.',
  ],
  'part-not-ready': [404, 'The part is not there yet', 'Try again as Retry-After says.'],
  'manifest-not-ready': [404, 'The manifest is not there yet', 'Try again as Retry-After says.'],
  'part-tampered': [422, 'A part does not match its statement', 'Fetch again; tell the data provider.'],
  'manifest-mismatch': [
    422,
    'What came is not what the manifest says',
    'Make a new data request; tell the data provider.',
  ],
  'export-not-consented': [403, 'The consent is for viewing only', 'Read the records page by page, as JSON.'],
  'provider-unavailable': [503, 'The data provider does not answer', 'Try again later.'],
  'peer-unavailable': [503, 'A counterpart does not answer', 'Try again later.'],
  'peer-refused': [502, 'A counterpart did not take the call of this participant', 'Tell the operator of this role.'],
  'data-erased': [410, 'The data has been erased', 'Ask for a new consent.'],
  // receipts
  'receipt-not-ready': [
    503,
    'What the receipt has to prove is not under a checkpoint of the audit trail yet',
    'Ask again as Retry-After says; where it stays so, tell the operator of the consent manager.',
  ],
  'audit-trail-broken': [
    503,
    'The audit trail of this consent manager is not the one it sealed and signed: nothing can be proven by it',
    'Tell the operator of the consent manager; receipts that were kept before go on proving what they hold.',
  ],
  'audit-trail-off': [
    503,
    'This consent manager keeps no audit trail, so there is nothing that a receipt could prove',
    'The operator sets AUDIT_TRAIL=on; receipts of what is done from then on are whole.',
  ],
  'release-not-stated': [
    409,
    'Neither side has said yet that data went from one to the other',
    'Ask again once the session has ended.',
  ],
  'receipt-mismatch': [
    422,
    'A part of the receipt is not what the rest of it says',
    'Do not rely on it; ask the consent manager for the receipt anew.',
  ],
  // account links and sign-in
  'passkey-refused': [
    403,
    'The passkey does not show what it has to',
    'Begin again, with a passkey that is listed for you.',
  ],
  'passkeys-too-many': [409, 'There are as many passkeys as one may have', 'Remove one that is not used.'],
  'passkey-required': [
    403,
    'Who has a passkey does this with it alone',
    'Prepare the approval and sign it; for anything else, sign in with the passkey or with a recovery code.',
  ],
  'approved-otherwise': [
    409,
    'The request was approved before, by other terms; what was said now was not approved',
    'Read the request and the consent that came of it.',
  ],
  'approval-draft-changed': [
    409,
    'What was prepared to be approved is not there any more, or is not what it would be now',
    'Prepare the approval again, and look at it again.',
  ],
  'cross-site-call': [
    403,
    'The call does not come from a page of this role',
    'Open the page of this role and act there; from elsewhere, send Authorization in place of the cookie.',
  ],
  'code-wrong-or-expired': [403, 'The code is wrong or has expired', 'Ask for a new code.'],
  'contact-not-verified': [403, 'The contact has not been verified', 'Verify it first.'],
  'link-unknown': [404, 'There is no such account link for you', 'Check the id.'],
  'contact-in-use': [409, 'The contact belongs to someone who verified it before', 'Sign in with that contact.'],
  'message-not-sent': [503, 'The message could not be handed over', 'Try again later.'],
  'openid-sign-in-refused': [
    403,
    'The sign-in with the other provider did not come through, or lies too long ago',
    'Begin it again, or sign in another way.',
  ],
  'openid-provider-unavailable': [
    503,
    'The other provider does not answer',
    'Try again later, or sign in another way.',
  ],
  'web-push-off': [503, 'This consent manager pushes nothing to browsers', 'The operator sets WEB_PUSH_CONTACT.'],
  'push-service-not-listed': [
    422,
    'The push service of this browser is not one that is sent to from here',
    'Use another browser, or have the operator list the service in WEB_PUSH_SERVICES.',
  ],
  'too-many-push-subscriptions': [
    409,
    'As many browsers as one person may have are told already',
    'Remove one that is not used any more.',
  ],
  'principal-name-taken': [409, 'That name is taken', 'Choose another name.'],
  // trust registry and events
  'participant-unknown': [404, 'There is no such participant', 'Check the id.'],
  'status-change-not-allowed': [
    409,
    'The participant cannot go there from its status',
    'Look at its status first; who is withdrawn stays so.',
  ],
  'key-not-acceptable': [
    409,
    'A key was retired, compromised or is listed for someone else',
    'Make a new key and describe the participant with it.',
  ],
  'description-outdated': [
    409,
    'The description is older than what is listed, or too old to take',
    'Fetch the description from the participant anew.',
  ],
  'event-type-unknown': [400, 'The event type is not known here', 'Send only events of the closed list.'],
  'event-not-yours': [403, 'The sender may not state this', 'Only the one whose act it was may state it.'],
} as const satisfies Record<string, readonly [status: number, title: string, next: string]>;

export type RefusalCode = keyof typeof refusalCodes;
