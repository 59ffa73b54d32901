import type { StandingRuleKind } from '#domain';

/** A rule of hers that decided a request, under the name it had then. */
export interface DecidingChoice {
  readonly id: string;
  readonly name: string;
  readonly kind: StandingRuleKind;
  /** Whether she has removed it since. */
  readonly isRemoved: boolean;
}

/** Which of her rules decided a request. */
export abstract class DecidingChoiceStore {
  abstract find(handle: string, principalId: string): Promise<DecidingChoice | undefined>;
}
