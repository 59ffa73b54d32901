import { type DataTypeTerm, isRefusal, type Refusal, refuse } from '#domain';
import { type DataPartLine, dataPartLine, parseStrictJson } from '#protocol';
import type { RecordCount } from './received-part.ts';

const NEWLINE = 0x0a;

/** The lines of NDJSON; a newline after the last is no further line. */
export function* splitLines(plaintext: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < plaintext.length; ) {
    const newline = plaintext.indexOf(NEWLINE, from);
    const to = newline < 0 ? plaintext.length : newline;
    yield plaintext.subarray(from, to);
    from = to + 1;
  }
}

/**
 * Every record of an opened part, strictly: one line each, of an asked type, with asked fields alone.
 * @param said how many there are, in the provider's signed words
 * @returns how many there are per account and type; refusal: `part-tampered`
 */
export function countRecords(
  plaintext: Uint8Array,
  asked: readonly DataTypeTerm[],
  said: number,
): RecordCount[] | Refusal {
  const terms = new Map(asked.map(({ type, fields }) => [type, fields === undefined ? undefined : new Set(fields)]));
  const counts = new Map<string, { account: string; dataType: string; records: number }>();
  let lineNumber = 0;
  for (const bytes of splitLines(plaintext)) {
    lineNumber += 1;
    const line = readLine(bytes);
    if (isRefusal(line)) return refuse('part-tampered', `line ${lineNumber}: ${line.detail}`);
    const { account, dataType, record } = line;
    if (!terms.has(dataType)) return refuse('part-tampered', `line ${lineNumber}: data type ${dataType} was not asked`);
    const fields = terms.get(dataType);
    const beyond = fields && Object.keys(record).find((field) => !fields.has(field));
    if (beyond !== undefined) return refuse('part-tampered', `line ${lineNumber}: a field that was not asked`);
    const key = `${account} ${dataType}`;
    const count = counts.get(key);
    if (count === undefined) counts.set(key, { account, dataType, records: 1 });
    else count.records += 1;
  }
  return lineNumber === said ? [...counts.values()] : refuse('part-tampered', `${lineNumber} of ${said} records`);
}

function readLine(bytes: Uint8Array): DataPartLine | Refusal {
  const value = parseStrictJson(bytes);
  if (isRefusal(value)) return value;
  const parsed = dataPartLine.safeParse(value);
  return parsed.success ? parsed.data : refuse('schema-mismatch', 'it is not a record line');
}
