import type { z } from 'zod';

const mostNamed = 8;

/** Names the fields that do not fit, never what stands in them: `purpose.code, dataTypes.0 (unknown: colour)`. */
export function describeMismatch(error: z.core.$ZodError): string {
  const named = [...new Set(error.issues.map(describeIssue))];
  const more = named.length > mostNamed ? ` and ${named.length - mostNamed} more` : '';
  return named.slice(0, mostNamed).join(', ') + more;
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const path = issue.path.map(printable).join('.') || 'the whole';
  if (issue.code !== 'unrecognized_keys') return path;
  return `${path} (unknown: ${issue.keys.slice(0, 3).map(printable).join(' ')})`;
}

/** The names of unknown fields are the sender's words: short, and nothing that could break a log line. */
function printable(name: PropertyKey): string {
  return String(name)
    .replace(/[^A-Za-z0-9_.:-]/g, '?')
    .slice(0, 40);
}
