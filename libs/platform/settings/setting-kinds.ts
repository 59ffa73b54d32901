import { z } from 'zod';

/** Marks a setting as secret: it may come from the file named by `<NAME>_FILE`, and its value is never printed. */
export function secret<T extends z.ZodType>(schema: T): T {
  return schema.meta({ ...schema.meta(), secret: true });
}

export function isSecret(schema: z.ZodType): boolean {
  const meta = schema.meta();
  if (meta?.['secret'] === true) return true;
  const inner = (schema as { unwrap?: () => z.ZodType }).unwrap?.();
  return inner !== undefined && isSecret(inner);
}

/** `true`/`false`, `yes`/`no`, `on`/`off`, `1`/`0`. */
export const flag = (): z.ZodType<boolean, string> => z.stringbool();

/** Whole seconds, 0 or more. */
export const seconds = (): z.ZodType<number, string> => wholeNumber(0, 31_536_000);

export const port = (): z.ZodType<number, string> => wholeNumber(0, 65_535);

/** @param most inclusive */
export function wholeNumber(least: number, most: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^\d{1,15}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

/** A comma-separated list. */
export function list<T extends z.ZodType<unknown, string>>(of: T): z.ZodType<z.output<T>[], string> {
  return z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    )
    .pipe(z.array(of));
}

export const httpUrl = (): z.ZodType<string, string> => z.url({ protocol: /^https?$/ });
