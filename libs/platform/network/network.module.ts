import { type DynamicModule, Module } from '@nestjs/common';
import type { KeyUse, ParticipantRole } from '#domain';

export interface NetworkOptions {
  /** What this participant is listed as; all at this role's own address. */
  readonly roles: readonly ParticipantRole[];
  /** The keys to have, e.g. `['message', 'statement']`. */
  readonly keyUses: readonly KeyUse[];
  /** Symmetric keys of 32 bytes to have, e.g. `['pseudonym']`: `keyRing.secret('pseudonym')`. */
  readonly secrets?: readonly string[];
  /** The data types a data provider holds. */
  readonly dataTypes?: readonly string[];
}

/**
 * What makes a role a participant of the network: imported once, in the role's module. Provides, to all its modules,
 * KeyRing, TrustListCache, Verifier, PeerClient, CommandInbox, CallGuard and Outbox; serves GET /participant-description,
 * POST /events and POST /events/poll.
 */
@Module({})
export class NetworkModule {
  static forRole(_options: NetworkOptions): DynamicModule {
    return { module: NetworkModule, global: true };
  }
}
