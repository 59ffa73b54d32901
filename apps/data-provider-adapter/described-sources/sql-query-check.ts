import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';
import type { SqlDataType, SqlDescription } from './sql-description.ts';
import { sqlFailure } from './sql-failure.ts';
import type { SqlReader } from './sql-reader.ts';

/** @throws RecordSourceUnavailable where the database gives no answer to judge by */
export async function findQueryMistakes(reader: SqlReader, { accounts, dataTypes }: SqlDescription): Promise<string[]> {
  const mistakes: string[] = [];
  const check = async (at: string, query: string, needed: readonly (string | undefined)[]) => {
    const columns = await reader.describe(query).catch((error: Error) => {
      if (error instanceof RecordSourceUnavailable) throw error;
      const failure = sqlFailure(error);
      if (failure.reason === 'unreachable' || failure.reason === 'timed-out') throw failure;
      mistakes.push(`${at} > query: ${error.message}`);
      return undefined;
    });
    const missing = needed.filter((name) => name !== undefined && columns?.includes(name) === false);
    mistakes.push(...missing.map((name) => `${at} > query: its answer has no column ${name}`));
  };
  if ('query' in accounts) await check('accounts', accounts.query, ['account']);
  for (const [type, { query, accountColumn, jsonColumn }] of Object.entries(dataTypes) as [string, SqlDataType][]) {
    await check(`dataTypes > ${type}`, query, [accountColumn, jsonColumn]);
  }
  return mistakes;
}
