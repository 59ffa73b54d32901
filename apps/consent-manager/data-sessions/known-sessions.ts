import { Injectable } from '@nestjs/common';
import type { KnownSession } from './data-session-store.ts';

/** Beyond this many, those are forgotten that were written the longest time ago. */
const mostKept = 5000;

/**
 * Sessions this process has opened or heard of and expects to hear of soon. Whoever goes by one of them has to see to it,
 * in the statement that writes, that it stands so still: other replicas hear of it, too.
 */
@Injectable()
export class KnownSessions {
  private readonly known = new Map<string, KnownSession>();

  find(id: string): KnownSession | undefined {
    return this.known.get(id);
  }

  keep(session: KnownSession): void {
    this.known.delete(session.id);
    // Both sides have spoken: nothing more is expected.
    if (session.sentAt !== null && session.receivedAt !== null) return;
    this.known.set(session.id, session);
    if (this.known.size > mostKept) this.known.delete(this.known.keys().next().value ?? '');
  }

  forget(id: string): void {
    this.known.delete(id);
  }
}
