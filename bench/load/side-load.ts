import type { Size } from './terms.ts';

/** Under each consent that will be revoked: the first fetch may still get through before the provider has heard. */
export const sessionsHeld = 3;

/** The operations of one side, each done from its first call to its last answer. */
export interface SideLoad {
  begin(people: number): Promise<void>;
  issue(worker: number): Promise<unknown>;
  prepareFetch(size: Size, workers: number): Promise<void>;
  fetch(worker: number, size: Size): Promise<void>;
  /** Makes one more consent that `revoke` can take, with a data session authorised under it. */
  prepareRevocation(worker: number): Promise<void>;
  /** She revokes; then the authorised session is opened, until the provider refuses it. */
  revoke(): Promise<void>;
}
