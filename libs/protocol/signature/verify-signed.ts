import type { Refusal } from '#domain';
import type { Expectation, VerificationContext, VerifiedEnvelope } from './verification.ts';

export declare function verifySigned(
  raw: string,
  expected: Expectation,
  context: VerificationContext,
): Promise<VerifiedEnvelope | Refusal>;
