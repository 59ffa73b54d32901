import type { FileFormat } from './file-formats.ts';

/** A file of records, as `hand-over.json` names it. */
export interface WrittenFile {
  readonly name: string;
  readonly dataType: string;
  readonly format: FileFormat;
  readonly records: number;
  readonly bytes: number;
  /** SHA-256 of its bytes, base64url. */
  readonly digest: string;
}

/** A file of one data type while it is written: under another name, until the whole hand-over is there. */
export interface RecordFile {
  readonly name: string;
  write(line: Uint8Array): Promise<void>;
  /** Everything is on disk afterwards. */
  finish(): Promise<WrittenFile>;
  /** Lets go of what it holds, finished or not. */
  close(): Promise<void>;
}

export const HAND_OVER_JSON = 'hand-over.json';
