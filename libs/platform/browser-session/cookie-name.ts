/**
 * Cookies are named by what they are for, and without TLS by port: the ports of one host share them, also two roles of
 * one kind.
 *
 * @param origin the first of the role's own
 */
export function cookieName(of: string, origin: string): string {
  const { protocol, port } = new URL(origin);
  return protocol === 'https:' ? `__Host-assent-${of}` : `assent-${of}-${port || 80}`;
}
