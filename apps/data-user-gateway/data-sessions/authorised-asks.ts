import type { Ask } from '../consent-artefacts/own-consent-check.ts';

/** What a data session answers. */
export interface AuthorisedAsk extends Ask {
  /** The manager's id of the data request: one use. */
  readonly useId: string | null;
}

/** Finds what a data session answers. */
export abstract class AuthorisedAsks {
  abstract find(dataRequestId: string): Promise<AuthorisedAsk | undefined>;
}
