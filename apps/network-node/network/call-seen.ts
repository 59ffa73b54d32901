import type { IncomingHttpHeaders } from 'node:http';

/** A call that went through to its role, as the wire saw it: ids, never what was said. */
export interface CallSeen {
  readonly callee: string;
  readonly caller: string;
  readonly method: string;
  readonly path: string;
  /** 0 where the role gave no answer: it may have done what it was asked for. */
  readonly status: number;
  /** When it was passed on to the role, and when the role had answered; in milliseconds of one clock. */
  readonly sentAt: number;
  readonly answeredAt: number;
  /** What an event is about, its type, and which state of its subject it is, where states are counted. */
  readonly event?: { readonly type: string; readonly subject: string; readonly version?: number };
  /** How many seconds after the call the access token it carried was over, by the callee's clock; negative: before. */
  readonly tokenLeft?: number;
}

type Claims = Readonly<Record<string, unknown>>;

/** The claims of a token, unverified: a wire takes what it sees at its word. */
export function readClaims(token: string): Claims | undefined {
  const [, payload, signature] = token.trim().split('.');
  if (payload === undefined || signature === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
  } catch {
    return undefined;
  }
}

/** Who calls: a participant by its signature, else whoever calls this role without one. */
export function callerOf(
  headers: IncomingHttpHeaders,
  body: string,
  nameOf: ReadonlyMap<string, string>,
  unsigned: string,
): string {
  const [scheme = '', token = ''] = (headers.authorization ?? '').split(' ');
  const claims = readClaims(token) ?? readClaims(body);
  // A consent manager signed the access token, for the client it names (RFC 9068).
  const caller = claims?.[/^dpop$/i.test(scheme) ? 'client_id' : 'iss'];
  return nameOf.get(String(caller)) ?? unsigned;
}

/** @returns undefined where it is not a security event token (RFC 8417) */
export function readEvent(body: string): CallSeen['event'] {
  const events = readClaims(body)?.['events'] as Record<string, Claims> | undefined;
  const [told] = Object.entries(events ?? {});
  if (told === undefined) return undefined;
  const [type, state] = told;
  const subject = String(state['artefactId'] ?? state['sessionId']);
  const version = Number(state['version']);
  return { type, subject, ...(Number.isSafeInteger(version) && { version }) };
}

/** The access token a call carries, and the data session it is for (RFC 9068: `sub`). */
export interface AccessSeen {
  readonly sessionId: string;
  readonly token: string;
  /** Seconds since 1970. */
  readonly expiry: number;
}

export function readAccess({ authorization = '' }: IncomingHttpHeaders): AccessSeen | undefined {
  const [scheme = '', token = ''] = authorization.split(' ');
  const { sub, exp } = (/^dpop$/i.test(scheme) && readClaims(token)) || {};
  return sub === undefined ? undefined : { sessionId: String(sub), token, expiry: Number(exp) };
}

export function readTokenLeft({ authorization = '' }: IncomingHttpHeaders, now: number): number | undefined {
  const [scheme = '', token = ''] = authorization.split(' ');
  const expiry = /^dpop$/i.test(scheme) ? Number(readClaims(token)?.['exp']) : Number.NaN;
  return Number.isFinite(expiry) ? expiry - now / 1000 : undefined;
}
