/** A name of the operator's own, as DuckDB takes it. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A value of the operator's own, such as a path: what comes from elsewhere is always a parameter. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
