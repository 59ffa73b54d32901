import type { VerificationContext } from '#protocol';

/** Verifies what others signed, with the trust list as it is now: `verifyMessage(definition, raw, verifier.context())`. */
export abstract class Verifier {
  abstract context(): VerificationContext;
}
