import { z } from 'zod';
import { list } from '#platform';

/** `parquet`: of every type; `bank.transaction=parquet`: of this type. */
const fileFormatRule = z
  .string()
  .regex(/^(?:[a-z0-9][a-z0-9.-]{0,98}=)?(?:ndjson|parquet)$/, 'must be ndjson, parquet or data-type=format');

/** One format for each type: of two, nobody could say which is meant. */
export const fileFormatRules = list(fileFormatRule).superRefine((rules, context) => {
  const types = rules.map((rule) => (rule.includes('=') ? rule.slice(0, rule.indexOf('=')) : 'every data type'));
  for (const type of new Set(types.filter((name, index) => types.indexOf(name) !== index))) {
    context.addIssue({ code: 'custom', message: `names more than one format for ${type}: say one` });
  }
});
