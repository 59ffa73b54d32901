import { type DataTypeTerm, isRefusal, type Refusal, refuse } from '#domain';
import type { RecordProblem } from '#platform';
import { type DataPartLine, dataPartLine, type JsonObject, type JsonValue, parseStrictJson } from '#protocol';
import type { RecordCount } from './received-part.ts';
import { RecordCounting } from './record-counting.ts';

const NEWLINE = 0x0a;
const utf8 = new TextDecoder();

/** The lines of NDJSON; a newline after the last is no further line. */
export function* splitLines(plaintext: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < plaintext.length; ) {
    const newline = plaintext.indexOf(NEWLINE, from);
    const to = newline < 0 ? plaintext.length : newline;
    yield plaintext.subarray(from, to);
    from = to + 1;
  }
}

/** What is wrong with a record, if anything. `excerpt`: only some of its fields were asked. */
export type RecordJudge = (dataType: string, record: object, excerpt: boolean) => RecordProblem | undefined;

export interface TakenRecords {
  /** The lines of records that fit; the same bytes where all did. */
  readonly kept: Uint8Array;
  /** Per account and data type. */
  readonly counts: RecordCount[];
}

/**
 * Every record of an opened part, strictly: one line each, of an asked type, with asked fields alone; and held once
 * more against the schema of its type: what does not fit goes no further than here, and is counted.
 * @param said how many there are, in the provider's signed words
 * @returns refusal: `part-tampered`
 */
export function takeRecords(
  plaintext: Uint8Array,
  asked: readonly DataTypeTerm[],
  said: number,
  judge: RecordJudge,
): TakenRecords | Refusal {
  const terms = new Map(asked.map(({ type, fields }) => [type, fields === undefined ? undefined : new Set(fields)]));
  const counting = new RecordCounting();
  const fitting: Uint8Array[] = [];
  let lineNumber = 0;
  for (const bytes of splitLines(plaintext)) {
    lineNumber += 1;
    const line = readLine(bytes, counting);
    if (isRefusal(line)) return refuse('part-tampered', `line ${lineNumber}: ${line.detail}`);
    const { dataType, record } = line;
    if (!terms.has(dataType)) return refuse('part-tampered', `line ${lineNumber}: data type ${dataType} was not asked`);
    const fields = terms.get(dataType);
    const beyond = fields && Object.keys(record).find((field) => !fields.has(field));
    if (beyond !== undefined) return refuse('part-tampered', `line ${lineNumber}: a field that was not asked`);
    const problem = judge(dataType, record, fields !== undefined);
    counting.add(line, problem);
    if (problem === undefined) fitting.push(bytes);
  }
  if (lineNumber !== said) return refuse('part-tampered', `${lineNumber} of ${said} records`);
  return { kept: fitting.length === lineNumber ? plaintext : joinLines(fitting), counts: counting.counts() };
}

function joinLines(lines: readonly Uint8Array[]): Uint8Array {
  const end = Buffer.of(NEWLINE);
  return Buffer.concat(lines.flatMap((line) => [line, end]));
}

function readLine(bytes: Uint8Array, counting: RecordCounting): DataPartLine | Refusal {
  const value = parseStrictJson(bytes);
  if (isRefusal(value)) return value;
  if (isOneMore(value, counting)) return value;
  const parsed = dataPartLine.safeParse(value);
  return parsed.success ? parsed.data : refuse('schema-mismatch', 'it is not a record line');
}

/** A line of an account and type that were in form before: what is left to see is that it has a record and no more. */
function isOneMore(value: JsonValue, counting: RecordCounting): value is JsonObject & DataPartLine {
  if (!isObject(value) || !isObject(value['record'])) return false;
  return Object.keys(value).length === 3 && counting.has(value['account'], value['dataType']);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A line that was kept: what is kept was read strictly before, and opens only as it was. */
export function readKeptLine(bytes: Uint8Array): DataPartLine {
  return JSON.parse(utf8.decode(bytes)) as DataPartLine;
}
