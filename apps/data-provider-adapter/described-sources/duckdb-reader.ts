import { type DuckDBConnection, DuckDBInstance, type DuckDBValue, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';
import type { Row } from './row-record.ts';
import { quoteText } from './sql-text.ts';
import { WatchedFiles } from './watched-files.ts';

export interface DuckDbOptions {
  /** The only ones it can open. */
  readonly files: readonly string[];
  readonly threads: number;
  readonly memoryLimitMegabytes: number;
}

/** DuckDB as a reader of named files: it can open nothing else, write nothing, load nothing, and keeps within its memory. */
export class DuckDbReader {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly files: readonly string[],
  ) {}

  static async open({ files, threads, memoryLimitMegabytes }: DuckDbOptions): Promise<DuckDbReader> {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(threads),
      memory_limit: `${memoryLimitMegabytes}MB`,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      // Records are not to be left on a disk: what does not fit into memory fails.
      temp_directory: '',
    });
    const connection = await instance.connect();
    await connection.run(`SET allowed_paths = [${files.map(quoteText).join(', ')}]`);
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
    connection.closeSync();
    return new DuckDbReader(instance, files);
  }

  /** Column -> type. @throws RecordSourceUnavailable */
  async describe(table: string): Promise<Map<string, string>> {
    const columns = new Map<string, string>();
    for await (const row of this.read(`SELECT column_name, column_type FROM (DESCRIBE FROM ${table})`, [])) {
      columns.set(row['column_name'] ?? '', row['column_type'] ?? '');
    }
    return columns;
  }

  /**
   * Rows as they come, some thousands at once.
   *
   * @param text names only what the operator configured; whatever comes from elsewhere is in `values`
   * @throws RecordSourceUnavailable, or the reason of the signal
   */
  async *read(
    text: string,
    values: ReadonlyArray<string | readonly string[]>,
    signal?: AbortSignal,
  ): AsyncGenerator<Row> {
    signal?.throwIfAborted();
    const files = await WatchedFiles.look(this.files);
    const connection = await this.instance.connect();
    const interrupt = () => connection.interrupt();
    signal?.addEventListener('abort', interrupt, { once: true });
    try {
      for await (const rows of chunksOf(connection, text, values)) {
        await files.check();
        signal?.throwIfAborted();
        yield* rows;
      }
      await files.check();
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      if (cause instanceof RecordSourceUnavailable) throw cause;
      // A file that went or changed under the reading explains whatever DuckDB says of it.
      await files.check();
      throw new RecordSourceUnavailable('answer-not-understood', kindOfError(cause));
    } finally {
      signal?.removeEventListener('abort', interrupt);
      connection.closeSync();
    }
  }

  close(): void {
    this.instance.closeSync();
  }
}

async function* chunksOf(
  connection: DuckDBConnection,
  text: string,
  values: ReadonlyArray<string | readonly string[]>,
): AsyncGenerator<Row[]> {
  const bound: DuckDBValue[] = values.map((value) => (typeof value === 'string' ? value : listValue([...value])));
  const types = values.map((value) => (typeof value === 'string' ? VARCHAR : LIST(VARCHAR)));
  const result = await connection.stream(text, bound, types);
  const names = result.columnNames();
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    yield chunk.getRowObjects(names) as unknown as Row[];
  }
}

/** The first words of DuckDB's message (`Conversion Error`); the rest quotes what stands in the file, and goes nowhere. */
function kindOfError(cause: unknown): string {
  return /^([A-Za-z ]{1,40}):/.exec(cause instanceof Error ? cause.message : '')?.[1] ?? '';
}
