import type { DataRange } from '#domain';
import { RecordSchemas } from '#platform';
import { Patience, readPatiently, SourceTimedOut } from '../data-sessions/patience.ts';
import { releaseGate } from '../data-sessions/released-line.ts';
import type { RecordSource } from '../record-sources/record-source.ts';
import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';
import { FieldTally, type TalliedField } from './field-tally.ts';

export interface Trial {
  readonly accountKey: string;
  /** Only this one; all the source holds where absent. */
  readonly dataType?: string | undefined;
  /** Top-level fields, as a consent may name them; all where absent. */
  readonly fields?: readonly string[] | undefined;
  readonly range: DataRange;
  /** For all data types together, as in a data session. */
  readonly timeoutMs: number;
  readonly showsValues: boolean;
}

export interface RefusedKind {
  /** JSON Pointer into the record. */
  readonly path: string;
  /** The rule that is broken. */
  readonly keyword: string;
  readonly records: number;
  /** Of the first one, from 0. */
  readonly position: number;
}

/** What would leave of one data type. */
export interface TriedType {
  readonly dataType: string;
  /** Records the source gave. */
  readonly read: number;
  readonly leave: number;
  /** Of another time than asked for. */
  readonly outside: number;
  readonly refused: readonly RefusedKind[];
  readonly fields: readonly TalliedField[];
  /** Why reading ended before its end: the account would be TIMEOUT. */
  readonly failure?: string;
}

/**
 * Sends an account's records through what a data session sends them through, and keeps nothing of them but counts and,
 * where asked for, examples.
 */
export async function trySource(source: RecordSource, trial: Trial): Promise<TriedType[]> {
  const schemas = RecordSchemas.load();
  const patience = new Patience(trial.timeoutMs);
  const types = trial.dataType === undefined ? source.dataTypes : [trial.dataType];
  const tried: TriedType[] = [];
  try {
    for (const dataType of types) tried.push(await tryType(source, dataType, trial, schemas, patience));
    return tried;
  } finally {
    patience.end();
  }
}

async function tryType(
  source: RecordSource,
  dataType: string,
  { accountKey, fields, range, showsValues }: Trial,
  schemas: RecordSchemas,
  patience: Patience,
): Promise<TriedType> {
  const term = { type: dataType, ...(fields === undefined ? {} : { fields: [...fields] }) };
  const judge = releaseGate({ account: 'tried', term, range, filters: [] }, schemas);
  const counts = { read: 0, leave: 0, outside: 0 };
  const refused = new Map<string, RefusedKind>();
  const tally = new FieldTally(showsValues);
  let failure: { failure?: string } = {};
  try {
    const query = { accountKey, dataType, ...range, signal: patience.abort.signal };
    for await (const record of readPatiently(source.readRecords(query), patience)) {
      const judged = judge(record);
      if (judged === 'outside') counts.outside += 1;
      else if ('misfit' in judged) {
        const { path, keyword } = judged.misfit;
        const known = refused.get(`${path} ${keyword}`) ?? { path, keyword, records: 0, position: counts.read };
        refused.set(`${path} ${keyword}`, { ...known, records: known.records + 1 });
      } else {
        counts.leave += 1;
        // From the very line that would be sealed.
        tally.add((JSON.parse(judged.line) as { record: unknown }).record);
      }
      counts.read += 1;
    }
  } catch (error) {
    failure = { failure: sayFailure(error) };
  }
  return { dataType, ...counts, refused: [...refused.values()], fields: tally.list(), ...failure };
}

function sayFailure(error: unknown): string {
  if (error instanceof SourceTimedOut) return 'record source: timed-out (more than an account may take)';
  if (error instanceof RecordSourceUnavailable) return error.message;
  throw error;
}
