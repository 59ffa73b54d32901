/** What a role refused, or what broke (RFC 9457). */
export class Problem extends Error {
  constructor(
    /** Kebab-case, of the role's closed list; `unknown` for a fault, `unreachable` where nothing answered. */
    readonly code: string,
    readonly status: number,
    /** Which part is meant, where the role says so. */
    readonly detail?: string | undefined,
    readonly retryAfterSeconds?: number | undefined,
  ) {
    super(code);
  }

  static from(response: Response, body: unknown): Problem {
    const { code, detail } = (body ?? {}) as { code?: string; detail?: string };
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return new Problem(code ?? 'unknown', response.status, detail, Number.isNaN(seconds) ? undefined : seconds);
  }
}
