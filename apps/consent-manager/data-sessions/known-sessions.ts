import { Injectable } from '@nestjs/common';
import { Recent } from '#protocol';
import type { KnownSession } from './data-session-store.ts';

/** Beyond this many, those are forgotten that were written the longest time ago. */
const mostKept = 5000;

/**
 * Sessions this process has opened or heard of and expects to hear of soon. Whoever goes by one of them has to see to it,
 * in the statement that writes, that it stands so still: other replicas hear of it, too.
 */
@Injectable()
export class KnownSessions {
  private readonly known = new Recent<string, KnownSession>(mostKept);

  find(id: string): KnownSession | undefined {
    return this.known.get(id);
  }

  keep(session: KnownSession): void {
    // Both sides have spoken: nothing more is expected.
    if (session.sentAt !== null && session.receivedAt !== null) this.known.forget(session.id);
    else this.known.keep(session.id, session);
  }

  forget(id: string): void {
    this.known.forget(id);
  }
}
