import { isRefusal } from '#domain';
import { findJsonMistake } from './find-json-mistake.ts';
import { type JsonValue, parseStrictJson } from './parse-strict-json.ts';

/**
 * What a file says that somebody wrote. Of two members of one name neither is taken: nobody knows which was meant.
 *
 * @returns the value, or what is wrong with the text, in words that quote nothing of it
 */
export function readJsonText(text: string): { readonly value: JsonValue } | { readonly mistake: string } {
  const value = parseStrictJson(text, { maxItems: Number.POSITIVE_INFINITY });
  if (!isRefusal(value)) return { value };
  if (!isJson(text)) return { mistake: `is not JSON: ${findJsonMistake(text)}` };
  return { mistake: `is JSON that readers understand differently: ${value.detail}` };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
