export * from './access-token/access-token.ts';
export * from './account-link/account-link.ts';
export * from './approval/approval-challenge.ts';
export * from './approval/passkey-evidence.ts';
export * from './approval/standing-choice-evidence.ts';
export * from './approval/verify-assertion.ts';
export * from './audit-trail/trail-checkpoint.ts';
export * from './audit-trail/tree-hashes.ts';
export * from './audit-trail/tree-ranges.ts';
export * from './audit-trail/verify-proofs.ts';
export * from './call-token/call-token.ts';
export * from './claims/common-claims.ts';
export * from './claims/forms.ts';
export * from './consent-artefact/approval-methods.ts';
export * from './consent-artefact/consent-artefact.ts';
export * from './consent-request/consent-decision.ts';
export * from './consent-request/consent-request.ts';
export * from './consent-terms/consent-terms.ts';
export * from './data-erasure/deletion-receipt.ts';
export * from './data-manifest/data-manifest.ts';
export * from './data-part/data-part.ts';
export * from './data-request/data-request.ts';
export * from './data-session/data-session.ts';
export * from './digest/base64url.ts';
export * from './digest/canonical-json.ts';
export * from './digest/node-sha256.ts';
export * from './digest/sha256.ts';
export * from './dpop/dpop-proof.ts';
export * from './event/event-envelope.ts';
export * from './event/event-types.ts';
export * from './hand-over/hand-over.ts';
export * from './id/create-id.ts';
export * from './key/jwk.ts';
export * from './key/passkey-jwk.ts';
export * from './key/public-jwk-form.ts';
export * from './key/thumbprint.ts';
export * from './key-change/key-change.ts';
export * from './message/create-message.ts';
export * from './message/define-message.ts';
export * from './message/describe-mismatch.ts';
export * from './message/verify-message.ts';
export * from './messages.ts';
export * from './participant/listed-key-checks.ts';
export * from './participant/participant.ts';
export * from './participant-description/participant-description.ts';
export * from './receipt/consent-receipt.ts';
export * from './receipt/create-receipt.ts';
export * from './receipt/describe-consent.ts';
export * from './receipt/describe-release.ts';
export * from './receipt/parse-receipt.ts';
export {
  type ReceiptCheck,
  type ReceiptCheckName,
  type ReceiptOutcome,
  type ReceiptVerdict,
  receiptChecks,
  receiptOutcomes,
} from './receipt/receipt-verdict.ts';
export * from './receipt/receipt-words.ts';
export * from './receipt/release-receipt.ts';
export * from './receipt/verify-receipt.ts';
export * from './receipt/verify-receipt-by-list.ts';
export * from './recent/recent.ts';
export * from './sealing/recipient-key.ts';
export * from './sealing/sealed-part.ts';
export * from './signature/cryptography.ts';
export { isSignedBy } from './signature/imported-keys.ts';
export * from './signature/node-cryptography.ts';
export * from './signature/parse-compact-token.ts';
export * from './signature/verification.ts';
export * from './signature/verify-signed.ts';
export * from './signature/web-cryptography.ts';
export * from './strict-json/parse-strict-json.ts';
export * from './trust-list/create-trust-list.ts';
export * from './trust-list/list-of-trusted-entities.ts';
export * from './trust-list/root-succession.ts';
export * from './trust-list/trust-list.ts';
export * from './trust-list/trust-list-as-given.ts';
export * from './trust-list/verify-trust-list.ts';
