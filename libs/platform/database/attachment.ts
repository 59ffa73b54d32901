import { type Statement, sql } from './statement.ts';

/**
 * Inserts that can be made within another statement, as parts of its `WITH`. Nothing else in the statement may look at
 * their rows, and no other key may be broken by them than their own.
 */
export interface Attachment {
  readonly name: string;
  /**
   * The parts, whose values begin at $`first`; their names end in it, so that they differ from those of any other.
   *
   * @returns e.g. `noted_3 AS (INSERT …)`
   */
  readonly parts: (first: number) => string;
}

/** A statement with its values. */
export interface Call {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

const carriers = /^\s*(WITH\s(?!\s*RECURSIVE\b)|(?=(SELECT|INSERT|UPDATE|DELETE)\b))/i;
const nothing = sql('nothing', 'SELECT');
/** By what they consist of: each is put together, and prepared on a connection, once. */
const made = new WeakMap<Statement, WeakMap<Attachment, Statement>>();

/** Whether a statement can take attachments along. */
export function canCarry({ text }: Statement): boolean {
  return carriers.test(text);
}

/** @param call where undefined, the attachment goes alone */
export function carry(
  { statement, values }: Call = { statement: nothing, values: [] },
  attachment: Attachment,
  attached: readonly unknown[],
): Call {
  const known = made.get(statement) ?? new WeakMap<Attachment, Statement>();
  const laden = known.get(attachment) ?? putTogether(statement, values.length + 1, attachment);
  made.set(statement, known.set(attachment, laden));
  return { statement: laden, values: [...values, ...attached] };
}

function putTogether({ name, text }: Statement, first: number, attachment: Attachment): Statement {
  const isWith = /^\s*WITH\b/i.test(text);
  const rest = text.replace(carriers, isWith ? ', ' : ' ');
  return sql(`${name.slice(0, -13).slice(0, 34)}+${attachment.name}`, `WITH ${attachment.parts(first)}${rest}`);
}
