import { Injectable } from '@nestjs/common';

/** Beyond it the oldest are forgotten: memory has an end. */
const MOST = 100_000;

/**
 * What this process has written and not seen sealed. A row that someone deletes before it is sealed leaves nothing
 * behind in the database; here it is still known, for as long as the process lives.
 */
@Injectable()
export class UnsealedEntries {
  /** id -> when it was written, in milliseconds; in that order. */
  private readonly written = new Map<string, number>();

  add(ids: readonly string[], at: number): void {
    for (const id of ids) this.written.set(id, at);
    for (const id of this.written.keys()) {
      if (this.written.size <= MOST) break;
      this.written.delete(id);
    }
  }

  sealed(ids: readonly string[]): void {
    for (const id of ids) this.written.delete(id);
  }

  /** Those written before a moment, the oldest first. @param before in milliseconds */
  olderThan(before: number, most: number): string[] {
    const found: string[] = [];
    for (const [id, at] of this.written) {
      if (at >= before || found.length === most) break;
      found.push(id);
    }
    return found;
  }
}
