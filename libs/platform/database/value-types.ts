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

/** As PostgreSQL writes it where the session's time zone is UTC, which is all we have: the date, the time, a fraction. */
const utcMoment = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

function parseMoment(text: string): string {
  const [, date, time, fraction = ''] = utcMoment.exec(text) ?? [];
  if (date !== undefined) return `${date}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
  const moment: unknown = parseAsDate(text);
  // `infinity` is not a moment; we store none.
  if (!(moment instanceof Date)) throw new Error('a moment of the database is not finite');
  return toInstant(moment.getTime());
}

const parseAsDate: (text: string) => unknown = types.getTypeParser(TIMESTAMPTZ, 'text');
