import { maxPartBytes } from '#protocol';
import type { ReleasedLine } from './released-line.ts';
import type { RefusedRecord } from './spool-store.ts';

/** So many refused records are saved at once at the latest. */
const mostRefused = 500;

/** What was read since the last save: lines for the next part, and records that did not fit. */
export class PartDraft {
  private lines: string[] = [];
  private bytes = 0;
  refused: RefusedRecord[] = [];

  get records(): number {
    return this.lines.length;
  }

  get isFull(): boolean {
    return this.refused.length >= mostRefused;
  }

  fits({ bytes }: ReleasedLine): boolean {
    return this.bytes + bytes <= maxPartBytes;
  }

  add({ line, bytes }: ReleasedLine): void {
    this.lines.push(line);
    this.bytes += bytes;
  }

  /** NDJSON in UTF-8. */
  plaintext(): Buffer {
    return Buffer.from(this.lines.join(''));
  }

  clear(): void {
    this.lines = [];
    this.bytes = 0;
    this.refused = [];
  }
}
