import { Injectable, Logger } from '@nestjs/common';
import { isRefusal, moveRequest, type RequestAct } from '#domain';
import type { EventHandler, ReceivedEvent, Transaction } from '#platform';
import { ConsentRequestStore } from './consent-request-store.ts';

type EndEvent = 'consent-request.rejected' | 'consent-request.expired' | 'consent-request.failed';

/** Requests that ended without a consent. Found by their requestId, which is known before the handle is. */
@Injectable()
export class ConsentRequestEvents {
  private readonly logger = new Logger(ConsentRequestEvents.name);

  constructor(private readonly store: ConsentRequestStore) {}

  handlers() {
    return [
      this.on('consent-request.rejected', 'reject'),
      this.on('consent-request.expired', 'expire'),
      this.on('consent-request.failed', 'fail'),
    ] as const;
  }

  private on<T extends EndEvent>(type: T, act: RequestAct): EventHandler<T> {
    return { type, handle: (tx, event) => this.end(tx, event as ReceivedEvent<EndEvent>, act) };
  }

  /** Not known under this sender, or ended before: nothing to do, and nothing the sender could do about it. */
  private async end(tx: Transaction, { issuer, state, jti }: ReceivedEvent<EndEvent>, act: RequestAct): Promise<void> {
    const asked = await this.store.lockByRequestId(tx, issuer, state.requestId);
    if (asked === undefined) return this.logger.warn(`event ${jti} of ${issuer} is about a request that is not known`);
    const end = moveRequest(asked.state, act);
    if (!isRefusal(end)) this.store.recordEnd(tx, asked.id, end, state.reason);
  }
}
