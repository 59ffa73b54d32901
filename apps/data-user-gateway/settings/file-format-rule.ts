import { z } from 'zod';

/** `parquet`: of every type; `bank.transaction=parquet`: of this type. */
export const fileFormatRule = z
  .string()
  .regex(/^(?:[a-z0-9][a-z0-9.-]{0,98}=)?(?:ndjson|parquet)$/, 'must be ndjson, parquet or data-type=format');
