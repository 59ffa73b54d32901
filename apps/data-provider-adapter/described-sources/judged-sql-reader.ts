import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';
import type { Row } from './row-record.ts';
import type { SqlDescription } from './sql-description.ts';
import { sqlFailure } from './sql-failure.ts';
import { findQueryMistakes } from './sql-query-check.ts';
import type { SqlReader, Value } from './sql-reader.ts';
import { RoleMayWrite } from './sql-role-check.ts';

const firstPauseMs = 500;
const longestPauseMs = 30_000;

class QueriesAreWrong extends Error {
  override readonly name = 'QueriesAreWrong';
}

/** Reads a database only once its role and all its queries were found right: as soon as it is there. */
export class JudgedSqlReader {
  private isRight = false;
  private judging: Promise<void> | undefined;
  private said: string | undefined;
  private timer: NodeJS.Timeout | undefined;
  private pauseMs = firstPauseMs;

  private constructor(
    private readonly reader: SqlReader,
    private readonly description: SqlDescription,
    private readonly warn: (sentence: string) => void,
  ) {}

  /** @throws where the role may write, or with all that is wrong with the queries; one that is away is judged later */
  static async open(reader: SqlReader, description: SqlDescription, warn: (sentence: string) => void) {
    const judged = new JudgedSqlReader(reader, description, warn);
    try {
      await judged.judge();
    } catch (error) {
      if (!(error instanceof RecordSourceUnavailable)) {
        await judged.close();
        throw error;
      }
      warn(error.message);
      judged.judgeLater();
    }
    return judged;
  }

  /** As SqlReader reads. */
  read(query: string, values: readonly Value[], signal?: AbortSignal): AsyncGenerator<Row> {
    return this.isRight ? this.reader.read(query, values, signal) : this.readOnceJudged(query, values, signal);
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.reader.close();
  }

  private async *readOnceJudged(query: string, values: readonly Value[], signal?: AbortSignal): AsyncGenerator<Row> {
    signal?.throwIfAborted();
    try {
      await this.judge();
    } catch (error) {
      this.say(error);
      if (!(error instanceof QueriesAreWrong)) throw sqlFailure(error);
      throw new RecordSourceUnavailable('refused', 'its queries are to be corrected');
    }
    yield* this.reader.read(query, values, signal);
  }

  /** @throws QueriesAreWrong, RoleMayWrite or RecordSourceUnavailable */
  private judge(): Promise<void> {
    this.judging ??= this.look().finally(() => {
      this.judging = undefined;
    });
    return this.judging;
  }

  private async look(): Promise<void> {
    await this.reader.checkRole();
    const mistakes = await findQueryMistakes(this.reader, this.description);
    if (mistakes.length > 0) throw new QueriesAreWrong(mistakes.join('\n  '));
    this.isRight = true;
  }

  /** By itself only while it is away: what is wrong is judged anew for whoever reads, after somebody mended it there. */
  private judgeLater(): void {
    this.timer = setTimeout(async () => {
      this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
      try {
        if (!this.isRight) await this.judge();
      } catch (error) {
        this.say(error);
        if (error instanceof RecordSourceUnavailable && this.timer !== undefined) this.judgeLater();
      }
    }, this.pauseMs).unref();
  }

  /** What somebody has to mend, once. */
  private say(error: unknown): void {
    if (!(error instanceof QueriesAreWrong || error instanceof RoleMayWrite) || error.message === this.said) return;
    this.said = error.message;
    const mend = 'nothing is read from it until that is corrected; after a change to RECORD_SOURCES_FILE, start anew';
    this.warn(`${error.message}\n  ${mend}`);
  }
}
