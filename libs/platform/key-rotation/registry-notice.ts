import { Inject, Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import {
  createMessage,
  keyIntroductionMessage,
  keyRetirementMessage,
  listableKeyUse,
  type MessageDefinition,
  provePossession,
} from '#protocol';
import { Clock } from '../clock/clock.ts';
import { KeyRing } from '../keys/key-ring.ts';
import type { SigningKey } from '../keys/signing-key-store.ts';
import { PeerClient } from '../peer/peer-client.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { TrustListCache } from '../trust-list/trust-list-cache.ts';

/** Tells the trust registry of a key that comes or goes, in the words of the present key of the same use. */
@Injectable()
export class RegistryNotice {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly peers: PeerClient,
    private readonly trustList: TrustListCache,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {}

  /** Returns once the registry has listed it. @throws as PeerClient does */
  async introduce({ use, kid, jwk }: SigningKey): Promise<void> {
    const listable = listableKeyUse.parse(use);
    const newKey = await this.keyRing.store.signer(use, kid);
    const predecessor = this.keyRing.signer(use).kid;
    const proof = await provePossession(newKey, this.settings.PARTICIPANT_ID, listable, predecessor);
    await this.send('/key-introductions', keyIntroductionMessage(use), { use: listable, jwk, proof });
  }

  /** As `introduce`. */
  async retire({ use, kid }: SigningKey): Promise<void> {
    await this.send('/key-retirements', keyRetirementMessage(use), { use: listableKeyUse.parse(use), kid });
  }

  /** The registry is whoever signed the list at hand. What is listed by now is fetched at once. */
  private async send<P>(path: string, definition: MessageDefinition<P, 'command'>, fields: P): Promise<void> {
    const registry = this.trustList.current()?.operator;
    if (registry === undefined) throw new RefusedError(refuse('trust-list-unavailable'));
    const message = await createMessage(definition, fields, {
      signer: this.keyRing.signer(definition.keyUse),
      issuer: this.settings.PARTICIPANT_ID,
      audience: registry,
      now: this.clock.now(),
    });
    await this.peers.send(registry, 'trust-registry', path, message);
    await this.trustList.refresh();
  }
}
