import { z } from 'zod';
import {
  accountColumn,
  contactsFile,
  dotted,
  everyAccounts,
  everyDataType,
  jsonColumn,
  label,
  path,
} from './description-parts.ts';

const files = z.array(path).min(1).max(1000).describe('In the order in which they are read.');
const column = z.string().min(1).max(200);

const dataType = z.strictObject({
  ...everyDataType,
  files,
  accountColumn,
  jsonColumn,
  columns: z
    .record(dotted, column)
    .optional()
    .describe('Field -> column. Where absent, each column but the account column is a field of its name.'),
  dateColumn: column.optional().describe('Rows whose date there is surely outside the data range are passed over.'),
});

const common = {
  threads: z.int().min(1).max(2).default(1),
  memoryLimitMegabytes: z.int().min(64).max(16_384).default(256),
  timesWithoutZoneAre: z.literal('UTC').optional(),
  label,
  accounts: z.union([
    contactsFile,
    z.strictObject({
      files,
      accountColumn,
      emailColumn: column.optional(),
      telColumn: column.optional(),
      ...everyAccounts,
    }),
  ]),
  dataTypes: z.record(z.string(), dataType),
};

/** CSV as RFC 4180 has it, with a line of column names, in UTF-8. */
export const csvDescription = z.strictObject({
  kind: z.literal('csv'),
  delimiter: z.enum([',', ';', '\t', '|']).default(','),
  rowLimitBytes: z.int().min(1000).max(67_108_864).default(2_097_152),
  ...common,
});

export const parquetDescription = z.strictObject({ kind: z.literal('parquet'), ...common });

export type FileDescription = z.output<typeof csvDescription> | z.output<typeof parquetDescription>;
export type FileDataType = z.output<typeof dataType>;
