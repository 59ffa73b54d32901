/**
 * The address a call goes to, in one spelling (RFC 3986, section 6.2.3): scheme and host in small letters, no default
 * port, no fragment.
 * @returns undefined where it is not an absolute http(s) URL, or carries a user name
 */
export function parseTargetUri(url: string): URL | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) return undefined;
  if (parsed.username !== '' || parsed.password !== '') return undefined;
  parsed.hash = '';
  return parsed;
}
