import { HttpException } from '@nestjs/common';
import { type Refusal, type RefusalCode, RefusedError, refusalCodes, refuse } from '#domain';

export const PROBLEM_TYPE = 'application/problem+json';

/** RFC 9457. A refusal has a code and what to do next; a fault has nothing but the id under which it was logged. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code?: RefusalCode;
  readonly next?: string;
  readonly incident?: string;
}

export function describeRefusal({ code, detail }: Refusal): Problem {
  const [status, title, next] = refusalCodes[code];
  return { type: `urn:assent:refusal:${code}`, title, status, ...(detail !== '' && { detail }), code, next };
}

export function describeFault(incident: string): Problem {
  return { type: 'about:blank', title: 'Internal Server Error', status: 500, incident };
}

/** What the framework refuses before we are asked, by its status. */
const byStatus: Record<number, RefusalCode> = {
  400: 'request-malformed',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'request-too-slow',
  413: 'body-too-large',
  414: 'not-found',
  415: 'media-type-not-supported',
  429: 'too-many-requests',
  431: 'headers-too-large',
};

/** @returns the refusal an error stands for; undefined for a fault */
export function findRefusal(error: unknown): RefusedError | undefined {
  if (error instanceof RefusedError) return error;
  const code = byStatus[statusOf(error)];
  return code === undefined ? undefined : new RefusedError(refuse(code));
}

/** Nest says it with an exception, Fastify with an error that has a status and a code of its own. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  return typeof code === 'string' && code.startsWith('FST_') ? (statusCode ?? 500) : 500;
}

/** RFC 9110 wants every 401 to say how one shows who one is. */
export function challengeFor(code: RefusalCode): string {
  if (code === 'access-token-invalid') return 'DPoP error="invalid_token", algs="ES256"';
  if (code === 'proof-of-possession-invalid') return 'DPoP error="invalid_dpop_proof", algs="ES256"';
  return 'Bearer';
}
