import { createReadStream } from 'node:fs';

export interface NdjsonLine {
  /** In bytes from the beginning of the file. */
  readonly offset: number;
  readonly bytes: Buffer;
}

/** A line longer than this is no record; it is passed over without being held. */
export const longestLineBytes = 16 * 1024 * 1024;

/** The lines of a file that are not blank, with where they begin. Holds one line at a time. */
export function ndjsonLines(path: string, onTooLong: () => void): AsyncGenerator<NdjsonLine> {
  return linesOf(createReadStream(path, { highWaterMark: 256 * 1024 }), onTooLong);
}

/** The same of bytes however they come in chunks. */
export async function* linesOf(chunks: AsyncIterable<Buffer>, onTooLong: () => void): AsyncGenerator<NdjsonLine> {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let offset = 0;
  const take = (tail: Buffer): NdjsonLine | undefined => {
    const length = pendingBytes + tail.length;
    const line = { offset, bytes: Buffer.concat([...pending, tail]) };
    if (length > longestLineBytes) onTooLong();
    offset += length + 1;
    pending = [];
    pendingBytes = 0;
    return length > longestLineBytes || isBlank(line.bytes) ? undefined : line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      const line = take(chunk.subarray(from, end));
      if (line !== undefined) yield line;
      from = end + 1;
    }
    pendingBytes += chunk.length - from;
    if (pendingBytes <= longestLineBytes) pending.push(chunk.subarray(from));
    else pending = [];
  }
  const last = take(Buffer.alloc(0));
  if (last !== undefined) yield last;
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 32 || byte === 13 || byte === 9);
}
