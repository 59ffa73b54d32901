import type { Duration } from '../clock/duration.ts';
import type { Instant } from '../clock/instant.ts';
import type { ConsentMode, ConsentTerms } from '../consent-artefact/consent-terms.ts';

/** What becomes of the data if the person says yes: what she can rely on later. */
export interface AfterApproval {
  /** VIEW: shown and forgotten within a day. STORE: kept for `keptFor`. */
  readonly consentMode: ConsentMode;
  /** Of each answer, from its receipt. */
  readonly keptFor: Duration;
  /** Until then data may be asked for, unless she pauses or withdraws the consent before. */
  readonly mayBeAskedUntil: Instant;
  /** Whether withdrawing also ends the life of what was received; where false, it is kept until its life ends. */
  readonly erasedOnRevocation: boolean;
}

export function afterApproval({
  consentMode,
  dataLife,
  consentPeriod,
  eraseOnRevocation,
}: ConsentTerms): AfterApproval {
  const mayBeAskedUntil = consentPeriod.expiry;
  return { consentMode, keptFor: dataLife, mayBeAskedUntil, erasedOnRevocation: eraseOnRevocation };
}
