import canonicalize from 'canonicalize';
import { type Digest, digestOf, type Sha256 } from './sha256.ts';

/** The canonical form of a JSON value (RFC 8785), as text. */
export function canonicalJson(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('the value has no JSON form');
  return text;
}

export async function digestOfCanonical(value: object, sha256?: Sha256): Promise<Digest> {
  return digestOf(canonicalJson(value), sha256);
}
