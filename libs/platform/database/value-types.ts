import { types } from 'pg';
import { toInstant } from '#domain';

const BIGINT = 20;
const TIMESTAMPTZ = 1184;

/** How PostgreSQL's values reach us: moments as `Instant`, bigint as a number that cannot have lost a digit. */
export const valueTypes: typeof types = {
  ...types,
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === BIGINT) return parseBigint;
    if (oid === TIMESTAMPTZ) return parseMoment;
    return types.getTypeParser(oid, format as 'text');
  }) as typeof types.getTypeParser,
};

function parseBigint(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error('a bigint of the database is too large for a number');
  return number;
}

function parseMoment(text: string): string {
  const moment: unknown = parseAsDate(text);
  // `infinity` is not a moment; we store none.
  if (!(moment instanceof Date)) throw new Error('a moment of the database is not finite');
  return toInstant(moment.getTime());
}

const parseAsDate: (text: string) => unknown = types.getTypeParser(TIMESTAMPTZ, 'text');
