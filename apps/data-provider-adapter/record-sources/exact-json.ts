import { exactNumber } from './exact-number.ts';

/** Only figures this long, or with an exponent, can come out of a parser otherwise than they went in: no string begins so. */
const mayBeInexact = /(?:^|[:[,\s])-?(?:[\d.]{16}|[\d.]+[eE])/;

/**
 * What a JSON text says. A figure that a number cannot carry unchanged stays the text it was: a schema that asks for a
 * number then refuses it, where a parser would alter it in silence.
 *
 * @returns nothing where the text is no JSON
 */
export function parseExactJson(text: string): unknown {
  try {
    return mayBeInexact.test(text) ? JSON.parse(text, keepFigure) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function keepFigure(_name: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  return exactNumber(context.source) ?? context.source;
}

/** What stands at `meta.next`; nothing where something on the way is absent. */
export function valueAt(json: unknown, path: string | undefined): unknown {
  if (path === undefined) return json;
  return path
    .split('.')
    .reduce<unknown>(
      (at, name) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? Reflect.get(at, name) : undefined,
      json,
    );
}
