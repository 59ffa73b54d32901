import { maxPartBytes } from '#protocol';
import type { ReleasedLine } from './released-line.ts';
import type { RefusedRecord } from './spool-store.ts';

/** So many refused records are saved at once at the latest. */
const mostRefused = 500;
const firstBytes = 16_384;

/** What was read since the last save: lines for the next part, and records that did not fit. */
export class PartDraft {
  private buffer = Buffer.allocUnsafeSlow(firstBytes);
  private bytes = 0;
  records = 0;
  refused: RefusedRecord[] = [];

  get isFull(): boolean {
    return this.refused.length >= mostRefused;
  }

  fits({ bytes }: ReleasedLine): boolean {
    return this.bytes + bytes <= maxPartBytes;
  }

  add({ line, bytes }: ReleasedLine): void {
    this.makeRoom(this.bytes + bytes);
    this.bytes += this.buffer.write(line, this.bytes);
    this.records += 1;
  }

  /** NDJSON in UTF-8. The same memory serves for the next part: to be used before this one is cleared. */
  plaintext(): Uint8Array {
    return this.buffer.subarray(0, this.bytes);
  }

  clear(): void {
    this.bytes = 0;
    this.records = 0;
    this.refused = [];
  }

  private makeRoom(bytes: number): void {
    if (bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.min(Math.max(bytes, this.buffer.length * 4), maxPartBytes));
    this.buffer.copy(larger, 0, 0, this.bytes);
    this.buffer = larger;
  }
}
