import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Instant } from '#domain';
import type { SignInMethod } from '#protocol';

/** Whose session a call carries. */
export interface SignedInPrincipal {
  readonly sessionId: string;
  readonly principalId: string;
  readonly signedInAt: Instant;
  readonly expiresAt: Instant;
  readonly method: SignInMethod;
}

/** The person that `SignedInGuard` recognised. */
export const SignedIn = createParamDecorator((_data: unknown, context: ExecutionContext): SignedInPrincipal => {
  const { signedIn } = context.switchToHttp().getRequest<{ signedIn?: SignedInPrincipal }>();
  if (signedIn === undefined) throw new Error('@SignedIn() needs @UseGuards(SignedInGuard)');
  return signedIn;
});
