import { PassThrough } from 'node:stream';
import type { ChangeKind } from './change-kinds.ts';

/** One who does not read is cut off: he connects again, and asks anew. */
const mostUnread = 16_384;
const reconnectMs = 3000;

/** One page that looks on, as server-sent events (WHATWG HTML, section 9.2). */
export class ChangeStream {
  readonly bytes = new PassThrough();

  constructor(
    readonly principalId: string,
    readonly sessionId: string,
  ) {
    // Whoever went away is found by 'close'.
    this.bytes.on('error', () => undefined);
    this.write(`retry: ${reconnectMs}\n`);
    this.beat();
  }

  tell(kinds: Iterable<ChangeKind>): void {
    for (const kind of kinds) this.write(`event: change\ndata: ${JSON.stringify({ kind })}\n`);
  }

  /** A comment: so that nobody on the way takes the silence for the end. */
  beat(): void {
    this.write(':\n');
  }

  end(): void {
    this.bytes.end();
  }

  private write(text: string): void {
    if (this.bytes.writableEnded || this.bytes.destroyed) return;
    if (this.bytes.readableLength > mostUnread) this.bytes.destroy();
    else this.bytes.write(`${text}\n`);
  }
}
