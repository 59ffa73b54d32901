import canonicalize from 'canonicalize';

/** The canonical form of a JSON value (RFC 8785), as text. */
export function canonicalJson(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('the value has no JSON form');
  return text;
}
