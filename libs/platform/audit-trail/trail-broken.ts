import type { Statement } from '../database/statement.ts';

/** How tables are read, inside a transaction or not. */
export type Ask = <Row extends object>(statement: Statement, values?: readonly unknown[]) => Promise<Row[]>;

/** The tables do not hold the trail any more that was sealed or signed. */
export class TrailBroken extends Error {
  override readonly name = 'TrailBroken';

  constructor(
    readonly why: string,
    /** The first entry that is not as it was, where that is known. */
    readonly index?: number,
  ) {
    super(why);
  }
}
