import type { KeyUse, ParticipantRole } from '#domain';

/** What a role is in the network. */
export abstract class NetworkOptions {
  /** The role's own name, e.g. `consent-manager`: its queues and timers are called after it. */
  abstract readonly role: string;
  /** What this participant is listed as; all at this role's own address. */
  abstract readonly listedRoles: readonly ParticipantRole[];
  /** The keys to have, e.g. `['message', 'statement']`. */
  abstract readonly keyUses: readonly KeyUse[];
  /** Symmetric keys of 32 bytes to have, e.g. `['pseudonym']`: `keyRing.secret('pseudonym')`. */
  readonly secrets?: readonly string[];
  /** The data types a data provider holds. */
  readonly dataTypes?: readonly string[];
}
