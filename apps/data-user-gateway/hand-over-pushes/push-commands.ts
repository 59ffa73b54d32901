import { Inject, Injectable } from '@nestjs/common';
import { Clock, KeyRing, type RoleSettings, SETTINGS } from '#platform';
import { createMessage, type MessageDefinition } from '#protocol';
import type { HandOver } from '../hand-over/hand-over.ts';
import { requestIdFor } from '../retries/idempotency-key.ts';
import { PushClient } from './push-client.ts';

/** Fields every command has, beside its own. */
type OwnFields<P> = Omit<P, 'handOverId' | 'consentId' | 'sessionId' | 'to'>;

/** Signs commands about a hand-over and sends them. A retry is the same request, newly signed. */
@Injectable()
export class PushCommands {
  constructor(
    private readonly client: PushClient,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {}

  /** @param step which command of the hand-over it is: the same step is the same request @throws HandOverProblem */
  async send<P>(
    { id: handOverId, consentId, sessionId, target: to }: HandOver,
    step: string,
    message: MessageDefinition<P, 'command'>,
    own: OwnFields<P>,
    body: Uint8Array = new Uint8Array(),
  ): Promise<void> {
    const requestId = requestIdFor(message.typ, `${handOverId} ${step}`);
    const { PARTICIPANT_ID: issuer } = this.settings;
    const command = await createMessage(message, { handOverId, consentId, sessionId, to, ...own } as P, {
      ...{ signer: this.keys.signer('message'), issuer, audience: issuer, now: this.clock.now(), requestId },
    });
    await this.client.post(to, { command, idempotencyKey: requestId, body });
  }
}
