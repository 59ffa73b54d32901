import type { Instant, OperatorRight } from '#domain';

/** Someone who operates this node; each node knows its own. */
export interface Operator {
  readonly id: string;
  readonly name: string;
  readonly may: OperatorRight;
}

/** Whose session a call carries. */
export interface SignedInOperator extends Operator {
  readonly sessionId: string;
  readonly expiresAt: Instant;
}
