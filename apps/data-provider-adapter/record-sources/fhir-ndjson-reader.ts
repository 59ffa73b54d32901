import { type FileHandle, open } from 'node:fs/promises';
import type { IndexedFile, RecordPlace } from './fhir-ndjson-index.ts';
import { RecordSourceUnavailable } from './record-source-unavailable.ts';

/** Lines that follow each other are read together, up to this much: a call for each was measured nine times dearer. */
const blockBytes = 256 * 1024;

/** What stands at each place, in their order, some at once. At most one block, or one longer line, is held. */
export async function* readPlaces(places: readonly RecordPlace[], signal?: AbortSignal): AsyncGenerator<string[]> {
  let memory = Buffer.alloc(0);
  let file: IndexedFile | undefined;
  let handle: FileHandle | undefined;
  try {
    for (const block of blocksOf(places)) {
      signal?.throwIfAborted();
      if (block.file !== file || handle === undefined) {
        await handle?.close();
        handle = undefined;
        handle = await openUnchanged(block.file);
        file = block.file;
      }
      if (memory.length < block.length) memory = Buffer.allocUnsafeSlow(block.length);
      yield await readBlock(handle, block, memory);
    }
  } finally {
    await handle?.close();
  }
}

interface Block {
  readonly file: IndexedFile;
  readonly offset: number;
  length: number;
  readonly places: RecordPlace[];
}

function* blocksOf(places: readonly RecordPlace[]): Generator<Block> {
  let block: Block | undefined;
  for (const place of places) {
    const length = block === undefined ? 0 : place.offset + place.length - block.offset;
    const follows =
      block !== undefined && block.file === place.file && place.offset === block.offset + block.length + 1;
    if (block !== undefined && follows && length <= blockBytes) {
      block.places.push(place);
      block.length = length;
    } else {
      if (block !== undefined) yield block;
      block = { ...place, places: [place] };
    }
  }
  if (block !== undefined) yield block;
}

async function readBlock(handle: FileHandle, block: Block, memory: Buffer): Promise<string[]> {
  const { file, offset, length, places } = block;
  const { bytesRead } = await handle.read(memory, 0, length, offset);
  if (bytesRead !== length) throw new RecordSourceUnavailable('source-changed', file.path);
  return places.map((place) => memory.toString('utf8', place.offset - offset, place.offset - offset + place.length));
}

async function openUnchanged({ path, size, modifiedMs }: IndexedFile): Promise<FileHandle> {
  const handle = await open(path).catch((cause: unknown) => {
    throw new RecordSourceUnavailable('unreachable', path, { cause });
  });
  const now = await handle.stat();
  if (now.size === size && now.mtimeMs === modifiedMs) return handle;
  await handle.close();
  throw new RecordSourceUnavailable('source-changed', path);
}
