import { type Refusal, refuse } from '#domain';

/** The place of a record among all that were received under a consent: session, part, line; each from 0. */
export interface RecordPlace {
  readonly sessionId: string;
  readonly n: number;
  readonly line: number;
}

const form = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,7})\.(\d{1,7})$/;

export const beforeAll: RecordPlace = { sessionId: '00000000-0000-0000-0000-000000000000', n: 0, line: 0 };

/** Names the record that comes next. */
export function writeCursor({ sessionId, n, line }: RecordPlace): string {
  return `${sessionId}.${n}.${line}`;
}

export function readCursor(text: string | undefined): RecordPlace | Refusal {
  if (text === undefined) return beforeAll;
  const [, sessionId, n, line] = form.exec(text) ?? [];
  if (sessionId === undefined) return refuse('schema-mismatch', 'after');
  return { sessionId, n: Number(n), line: Number(line) };
}
