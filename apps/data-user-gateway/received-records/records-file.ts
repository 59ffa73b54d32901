import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { ReadRecord } from './record-reading.ts';

export const NDJSON = 'application/x-ndjson';

const CHUNK_CHARACTERS = 65_536;

/** One record a line. */
export function recordsFile(records: AsyncIterable<ReadRecord>): StreamableFile {
  return new StreamableFile(Readable.from(lines(records), { objectMode: false }), { type: NDJSON });
}

/** Lines go out in chunks: a write for each would cost more than what is in it. */
async function* lines(records: AsyncIterable<ReadRecord>): AsyncGenerator<Buffer> {
  let chunk = '';
  for await (const { place: _place, ...record } of records) {
    chunk += `${JSON.stringify(record)}\n`;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  if (chunk !== '') yield Buffer.from(chunk);
}
