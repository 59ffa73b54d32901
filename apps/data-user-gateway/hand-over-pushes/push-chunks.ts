import type { HandedLine } from '../hand-over/hand-over-target.ts';
import type { RecordPlace } from '../received-records/read-cursor.ts';

export interface PushChunk {
  /** NDJSON. */
  readonly body: Buffer;
  /** Data type -> records. */
  readonly records: Readonly<Record<string, number>>;
  /** Where the chunk that follows begins. */
  readonly next: RecordPlace;
}

const NEWLINE = Buffer.from('\n');

/** Whole lines, at most `maxBytes` of them together; a line that is longer goes alone. */
export async function* chunksOf(lines: AsyncIterable<HandedLine>, maxBytes: number): AsyncGenerator<PushChunk> {
  let waiting: HandedLine[] = [];
  let bytes = 0;
  for await (const line of lines) {
    if (waiting.length > 0 && bytes + line.bytes.length + 1 > maxBytes) {
      yield chunkOf(waiting);
      [waiting, bytes] = [[], 0];
    }
    waiting.push(line);
    bytes += line.bytes.length + 1;
  }
  if (waiting.length > 0) yield chunkOf(waiting);
}

function chunkOf(lines: readonly HandedLine[]): PushChunk {
  const last = lines.at(-1);
  if (last === undefined) throw new Error('a chunk has at least one line');
  const records: Record<string, number> = {};
  for (const { dataType } of lines) records[dataType] = (records[dataType] ?? 0) + 1;
  return { body: Buffer.concat(lines.flatMap(({ bytes }) => [bytes, NEWLINE])), records, next: last.next };
}
