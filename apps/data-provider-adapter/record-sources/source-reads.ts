import { Injectable, Logger } from '@nestjs/common';
import { type Instant, toMilliseconds } from '#domain';
import { Clock, Database, relaxed, sql } from '#platform';
import type { UnavailableReason } from './record-source-unavailable.ts';

/** `failed`: a fault of the adapter, or of what it talks to. */
export type ReadFailure = UnavailableReason | 'failed';

/** One account after the other is read: to write each read down would cost each of them a statement. */
const WRITTEN_EVERY_MS = 10_000;

const noteRead = sql(
  'note-record-source-read',
  `WITH ${relaxed} INSERT INTO record_source_reads AS known (source, data_type, read_at)
   SELECT $1, $2, $3::timestamptz FROM relaxed
   ON CONFLICT (source, data_type) DO UPDATE SET read_at = greatest(known.read_at, EXCLUDED.read_at)`,
);
const noteFailure = sql(
  'note-record-source-failure',
  `WITH ${relaxed} INSERT INTO record_source_reads (source, data_type, failed_at, failure)
   SELECT $1, $2, $3::timestamptz, $4 FROM relaxed
   ON CONFLICT (source, data_type) DO UPDATE SET failed_at = EXCLUDED.failed_at, failure = EXCLUDED.failure`,
);
const list = sql(
  'list-record-source-reads',
  `SELECT source, data_type AS "dataType", read_at AS "readAt", failed_at AS "failedAt", failure
   FROM record_source_reads ORDER BY source, data_type LIMIT 1000`,
);

export interface SourceRead {
  readonly source: string;
  readonly dataType: string;
  readonly readAt: Instant | null;
  readonly failedAt: Instant | null;
  readonly failure: ReadFailure | null;
}

/** How the institution's own systems have done: for its operators, and never in the way of a read. */
@Injectable()
export class SourceReads {
  private readonly logger = new Logger(SourceReads.name);
  private readonly written = new Map<string, { readonly msecs: number; readonly failure: ReadFailure | undefined }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param failure why there was no answer; undefined where all was read */
  note(source: string, dataType: string, failure?: ReadFailure): void {
    const now = this.clock.now();
    const msecs = toMilliseconds(now);
    const key = `${source} ${dataType}`;
    const last = this.written.get(key);
    if (last !== undefined && last.failure === failure && msecs - last.msecs < WRITTEN_EVERY_MS) return;
    this.written.set(key, { msecs, failure });
    const about = [source, dataType, now];
    const writing =
      failure === undefined
        ? this.database.read(noteRead, about)
        : this.database.read(noteFailure, [...about, failure]);
    writing.catch((error: unknown) => this.logger.warn(error, 'how the record source does was not written down'));
  }

  list(): Promise<SourceRead[]> {
    return this.database.read<SourceRead>(list);
  }
}
