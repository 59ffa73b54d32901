/**
 * What a page may do: load its own files, and call its own origin. Nothing inline, nothing of a third party
 * (Content Security Policy Level 3), and no text becomes markup or code (Trusted Types).
 */
const policyOf = (trustedTypes: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ].join('; ');

const security = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The page itself is asked for each time; what it names by a digest of its content never changes. */
export function headersOf(file: string, trustedTypes = "'none'"): Readonly<Record<string, string>> {
  const isNamedByDigest = file.includes('/assets/');
  return {
    ...security,
    'content-security-policy': policyOf(trustedTypes),
    'cache-control': isNamedByDigest ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}
