import { z } from 'zod';
import {
  accountColumn,
  contactsFile,
  everyAccounts,
  everyDataType,
  jsonColumn,
  label,
  milliseconds,
  path,
} from './description-parts.ts';

/** $1 … $<most> may be used, $1 must be: a query that names nobody answers about everybody. */
const query = (most: number) =>
  z
    .string()
    .min(10)
    .max(20_000)
    .refine((text) => /\$1(?!\d)/.test(text), 'must use $1: without it the answer is about everybody')
    .refine((text) => highestParameter(text) <= most, `has only the parameters $1${most > 1 ? ` to $${most}` : ''}`);

export function highestParameter(text: string): number {
  return Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
}

const dataType = z.strictObject({
  ...everyDataType,
  query: query(3).describe('$1 the key, $2 and $3 the data range; each row names its key in the account column.'),
  accountColumn,
  jsonColumn,
});

const tls = z.union([
  z.boolean(),
  z.strictObject({
    caFile: path.optional().describe('Whom to trust, in place of the public authorities.'),
    certificateFile: path.optional(),
    keyFile: path.optional(),
    serverName: z.string().min(1).optional().describe('The name in its certificate, where it is reached by another.'),
  }),
]);

/** Any PostgreSQL database. */
export const sqlDescription = z.strictObject({
  kind: z.literal('sql'),
  databaseUrlFile: path.describe('Holds postgresql://user:password@host:port/database.'),
  tls: tls.optional().describe('Needed for a database on another machine; false goes without.'),
  connections: z
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe('Held at once; where absent, one more than FILLS_AT_ONCE. What comes beyond waits its turn.'),
  connectTimeoutMilliseconds: milliseconds(5000),
  statementTimeoutMilliseconds: milliseconds(10_000),
  idleTimeoutMilliseconds: milliseconds(60_000).describe('How long the database waits for a reader that pauses.'),
  rowsAtOnce: z.int().min(1).max(10_000).default(200),
  answerLimitBytes: z.int().min(10_000).max(1_073_741_824).default(33_554_432).describe('For the rows at once.'),
  label,
  accounts: z.union([
    contactsFile,
    z.strictObject({
      query: query(1).describe('$1 is a text[] of spellings of one contact; columns account, email, tel.'),
      ...everyAccounts,
    }),
  ]),
  dataTypes: z.record(z.string(), dataType),
});

export type SqlDescription = z.output<typeof sqlDescription>;
export type SqlDataType = z.output<typeof dataType>;
