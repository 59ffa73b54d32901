import type { Peer } from './http.ts';
import type { Prepared, Store } from './store.ts';

export interface OutgoingEvent {
  readonly id: string;
  readonly receiver: Peer;
  readonly token: string;
}

const acknowledge: Prepared = {
  name: 'acknowledge',
  text: 'UPDATE outbox SET acknowledged_at = now() WHERE id = ANY ($1::uuid[])',
};

/** Pushes what was committed, and writes down what was acknowledged: many in one commit while another is under way. */
export class EventSender {
  private acknowledged: string[] = [];
  private isWriting = false;

  constructor(private readonly store: Store) {}

  send(events: readonly OutgoingEvent[]): void {
    for (const event of events) void this.push(event);
  }

  private async push({ id, receiver, token }: OutgoingEvent): Promise<void> {
    await receiver.post('/events', token);
    this.acknowledged.push(id);
    if (this.isWriting) return;
    this.isWriting = true;
    // What is answered in the same moment goes together, as two receivers of one event do.
    await new Promise((resolve) => setTimeout(resolve, 2));
    while (this.acknowledged.length > 0) {
      const ids = this.acknowledged;
      this.acknowledged = [];
      await this.store.ask(acknowledge, [ids]);
    }
    this.isWriting = false;
  }
}
