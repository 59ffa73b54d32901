import { type Refusal, refuse } from '#domain';

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [name: string]: JsonValue;
}

export interface StrictJsonLimits {
  /** How deep objects and arrays may nest; 32 where absent. */
  readonly maxDepth?: number;
  /** How many values and members there may be in all; 100,000 where absent. */
  readonly maxItems?: number;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads JSON (RFC 8259) that means the same to every reader, within the limits of I-JSON (RFC 7493): UTF-8 without a
 * byte order mark, no member named twice (an escaped name is the same name), no lone surrogate, no integer beyond
 * 2^53-1, no number that overflows, no member `__proto__`. What is deeper or has more in it than `limits` say is refused.
 * @returns the value, or a refusal `not-strict-json` that says what is wrong and never quotes the text
 */
export function parseStrictJson(text: string | Uint8Array, limits: StrictJsonLimits = {}): JsonValue | Refusal {
  let source: string;
  let value: JsonValue;
  try {
    source = typeof text === 'string' ? text : utf8.decode(text);
    value = JSON.parse(source);
  } catch {
    return refuse('not-strict-json', 'not JSON in UTF-8');
  }
  const { maxDepth = 32, maxItems = 100_000 } = limits;
  const tally: Tally = { maxDepth, maxItems, members: 0, items: 0, fault: undefined };
  survey(value, 0, tally);
  if (tally.fault !== undefined) return refuse('not-strict-json', tally.fault);
  // JSON.parse keeps the last of two members of one name: then the text names more members than the value has.
  if (countMembers(source) !== tally.members) return refuse('not-strict-json', 'a member is named twice');
  return value;
}

interface Tally {
  readonly maxDepth: number;
  readonly maxItems: number;
  members: number;
  items: number;
  fault: string | undefined;
}

function survey(value: JsonValue, depth: number, tally: Tally): void {
  tally.items += 1;
  if (tally.items > tally.maxItems) tally.fault = `more than ${tally.maxItems} values`;
  if (tally.fault !== undefined) return;
  if (typeof value === 'string') {
    if (!value.isWellFormed()) tally.fault = 'a lone surrogate';
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) tally.fault = 'a number too large';
    else if (Number.isInteger(value) && !Number.isSafeInteger(value)) tally.fault = 'an integer beyond 2^53-1';
  } else if (typeof value === 'object' && value !== null) {
    if (depth >= tally.maxDepth) tally.fault = `nested deeper than ${tally.maxDepth}`;
    else if (Array.isArray(value)) for (const item of value) survey(item, depth + 1, tally);
    else surveyMembers(value, depth, tally);
  }
}

function surveyMembers(object: JsonObject, depth: number, tally: Tally): void {
  for (const name of Object.keys(object)) {
    tally.members += 1;
    if (name === '__proto__') tally.fault = 'a member named __proto__';
    else if (!name.isWellFormed()) tally.fault = 'a lone surrogate';
    else survey(object[name] as JsonValue, depth + 1, tally);
  }
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;

/** Colons outside strings, in a text that is known to be JSON: one for each member written. */
function countMembers(source: string): number {
  let count = 0;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === colon) count += 1;
    else if (code === quote) at = endOfString(source, at);
  }
  return count;
}

/** @returns where the string that begins at `start` has its closing quote */
function endOfString(source: string, start: number): number {
  let end = source.indexOf('"', start + 1);
  while (isEscaped(source, end)) end = source.indexOf('"', end + 1);
  return end;
}

/** Whether an odd number of backslashes stands before it. */
function isEscaped(source: string, at: number): boolean {
  let before = at;
  while (source.charCodeAt(before - 1) === backslash) before -= 1;
  return (at - before) % 2 === 1;
}
