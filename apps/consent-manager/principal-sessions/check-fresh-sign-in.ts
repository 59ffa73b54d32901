import { addSeconds, freshSignInSeconds, type Instant, RefusedError, refuse } from '#domain';
import type { SignedInPrincipal } from './signed-in.ts';

/** Who finds a page left open does not do with it what lasts. @throws RefusedError `sign-in-not-fresh` */
export function checkFreshSignIn({ signedInAt }: Pick<SignedInPrincipal, 'signedInAt'>, now: Instant): void {
  if (addSeconds(signedInAt, freshSignInSeconds) < now) throw new RefusedError(refuse('sign-in-not-fresh'));
}
