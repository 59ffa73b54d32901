import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import type { FieldKind } from '#platform';
import { NdjsonFile } from './ndjson-file.ts';
import { conversionStatement } from './parquet-columns.ts';
import type { RecordFile, WrittenFile } from './written-file.ts';

const ROW_GROUP_BYTES = 16_777_216;
const MOST_ROWS = 100_000;

export interface ParquetOptions {
  readonly fields: ReadonlyMap<string, FieldKind>;
  readonly memoryMegabytes: number;
  /** Where the lines are gathered. */
  readonly linesPath: string;
}

/** Records in typed columns. The lines are gathered in a file first: an engine that reads a file stays in bounded memory. */
export class ParquetFile implements RecordFile {
  readonly name: string;
  private readonly lines: NdjsonFile;
  private longest = 0;

  constructor(
    private readonly path: string,
    private readonly dataType: string,
    private readonly options: ParquetOptions,
  ) {
    this.name = `${dataType}.parquet`;
    this.lines = new NdjsonFile(options.linesPath, dataType);
  }

  async write(line: Uint8Array): Promise<void> {
    this.longest = Math.max(this.longest, line.length);
    await this.lines.write(line);
  }

  async finish(): Promise<WrittenFile> {
    const { records, bytes } = await this.lines.finish();
    const rows = Math.max(1, Math.min(MOST_ROWS, Math.floor(ROW_GROUP_BYTES / (bytes / records))));
    await (await open(this.path, 'wx', 0o600)).close();
    await this.convert(rows);
    await unlink(this.options.linesPath);
    const { name, dataType } = this;
    return { name, dataType, format: 'parquet', records, ...(await syncAndDigest(this.path)) };
  }

  async close(): Promise<void> {
    await this.lines.close();
  }

  private async convert(rows: number): Promise<void> {
    // Loaded where it is needed: the engine is larger than all else together.
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const engine = await DuckDBInstance.create(':memory:', {
      memory_limit: `${this.options.memoryMegabytes}MB`,
      threads: '1',
      // Nothing is laid aside where no erasing would find it, and nothing is fetched from anywhere.
      temp_directory: '',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    try {
      const connection = await engine.connect();
      const maxLineBytes = Math.max(65_536, this.longest + 1024);
      const { fields, linesPath: from } = this.options;
      await connection.run(conversionStatement({ from, to: this.path, fields, rows, maxLineBytes }));
      connection.closeSync();
    } finally {
      engine.closeSync();
    }
  }
}

async function syncAndDigest(path: string): Promise<{ bytes: number; digest: string }> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, digest: hash.digest('base64url') };
}
