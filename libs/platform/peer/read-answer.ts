import { isRefusal, type ParticipantId } from '#domain';
import { parseStrictJson } from '#protocol';
import type { PeerAnswer } from './peer-call.ts';
import { PeerRefusal, PeerUnavailable } from './peer-errors.ts';

function mediaTypeOf({ headers }: PeerAnswer): string {
  return (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function isJson(mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType.endsWith('+json');
}

/** Whole seconds; a date (RFC 9110, section 10.2.3) is counted from now. */
function retryAfterOf({ headers }: PeerAnswer): number | undefined {
  const text = headers['retry-after'];
  if (text === undefined) return undefined;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

function problemOf(answer: PeerAnswer): { code: string; detail: string } {
  const problem = isJson(mediaTypeOf(answer)) ? parseStrictJson(answer.body) : undefined;
  if (isRefusal(problem) || typeof problem !== 'object' || problem === null || Array.isArray(problem)) {
    return { code: '', detail: '' };
  }
  // RFC 8935, section 2.4 says `err` and `description`, RFC 9457 with our extension `code` and `detail`.
  const code = problem['code'] ?? problem['err'];
  const detail = problem['detail'] ?? problem['description'];
  return {
    code: typeof code === 'string' ? code.slice(0, 100) : '',
    detail: typeof detail === 'string' ? detail.slice(0, 1000) : '',
  };
}

/** A 503 with a code is a considered "not yet"; anything else from 500 up is a fault over there. */
export function refuseProblem(from: ParticipantId, answer: PeerAnswer): void {
  const { status } = answer;
  if (status >= 200 && status < 300) return;
  const retryAfterSeconds = retryAfterOf(answer);
  const problem = problemOf(answer);
  if (status < 300 || (status >= 500 && problem.code === '')) {
    throw new PeerUnavailable(from, `status ${status}`, { status, retryAfterSeconds });
  }
  throw new PeerRefusal(from, { status, ...problem, retryAfterSeconds });
}

/** JSON parsed, a signed token as text, nothing as undefined. */
export function readAnswer(from: ParticipantId, answer: PeerAnswer): unknown {
  if (answer.body.length === 0) return undefined;
  const mediaType = mediaTypeOf(answer);
  if (mediaType === 'application/jwt' || mediaType.endsWith('+jwt')) return Buffer.from(answer.body).toString('utf8');
  const value = isJson(mediaType) ? parseStrictJson(answer.body) : undefined;
  if (value === undefined || isRefusal(value))
    throw new PeerUnavailable(from, 'the answer is neither JSON nor a token');
  return value;
}
