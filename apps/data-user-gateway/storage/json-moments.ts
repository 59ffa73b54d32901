import { type Instant, toInstant } from '#domain';

/** Rows that PostgreSQL put into JSON: the moments in them are text of its own form. */
export function withMoments<T extends object>(rows: readonly T[], names: readonly (keyof T)[]): T[] {
  return rows.map((row) => {
    const moments = names.map((name) => [name, toMoment(row[name] as string | null)]);
    return { ...row, ...Object.fromEntries(moments) };
  });
}

function toMoment(text: string | null): Instant | null {
  return text === null ? null : toInstant(Date.parse(text));
}
