import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { RecordFile, WrittenFile } from './written-file.ts';

const BUFFER_BYTES = 65_536;
const NEWLINE = Buffer.from('\n');

/** One line a record, as they came: account, dataType, record. */
export class NdjsonFile implements RecordFile {
  private readonly hash = createHash('sha256');
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;
  private records = 0;
  private bytes = 0;
  private handle: FileHandle | undefined;

  constructor(
    private readonly path: string,
    private readonly dataType: string,
    readonly name = `${dataType}.ndjson`,
  ) {}

  async write(line: Uint8Array): Promise<void> {
    this.records += 1;
    this.waiting.push(line, NEWLINE);
    this.waitingBytes += line.length + 1;
    if (this.waitingBytes >= BUFFER_BYTES) await this.flush();
  }

  async finish(): Promise<WrittenFile> {
    await this.flush();
    await this.handle?.sync();
    await this.close();
    const { name, dataType, records, bytes } = this;
    return { name, dataType, format: 'ndjson', records, bytes, digest: this.hash.digest('base64url') };
  }

  async close(): Promise<void> {
    const handle = this.handle;
    this.handle = undefined;
    await handle?.close();
  }

  private async flush(): Promise<void> {
    this.handle ??= await open(this.path, 'wx', 0o600);
    const chunk = Buffer.concat(this.waiting, this.waitingBytes);
    [this.waiting, this.waitingBytes] = [[], 0];
    this.hash.update(chunk);
    this.bytes += chunk.length;
    await this.handle.writeFile(chunk);
  }
}
