import { readFile } from 'node:fs/promises';
import { type Dispatcher, Pool } from 'undici';
import { z } from 'zod';
import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';
import type { RestDescription } from './rest-description.ts';

/** What proves to a service that it is us who asks. */
export interface RestToken {
  /** @throws RecordSourceUnavailable `not-authorised` */
  current(): Promise<string | undefined>;
  /** The service took this one no longer. @returns whether there may be another */
  refused(token: string | undefined): boolean;
  close(): Promise<void>;
}

const noToken: RestToken = {
  current: async () => undefined,
  refused: () => false,
  close: async () => undefined,
};

/** RFC 6749, section 5.1. */
const tokenAnswer = z.object({
  access_token: z
    .string()
    .min(1)
    .max(65_536)
    .regex(/^[\x21-\x7e]+$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().min(0).optional(),
});

const answerLimitBytes = 131_072;
/** A token this close to its end is not used any more. */
const spareMs = 30_000;
const lifeWhereUntoldMs = 300_000;

export function createToken({ token, timeoutMilliseconds }: RestDescription): RestToken {
  if (token === undefined) return noToken;
  if ('tokenUrl' in token) return new ClientCredentials(token, timeoutMilliseconds);
  return { ...noToken, current: () => readSecret(token.bearerFile) };
}

async function readSecret(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new RecordSourceUnavailable('not-authorised', 'the secret file cannot be read', { cause });
  });
  return text.trim();
}

type Credentials = Extract<NonNullable<RestDescription['token']>, { tokenUrl: string }>;

/** OAuth 2.0 client credentials (RFC 6749, section 4.4): one token for all calls, until it ends or is refused. */
class ClientCredentials implements RestToken {
  private readonly pool: Pool;
  private readonly url: URL;
  private held: { readonly token: string; readonly until: number } | undefined;
  private asking: Promise<string> | undefined;

  constructor(
    private readonly credentials: Credentials,
    private readonly timeoutMs: number,
  ) {
    this.url = new URL(credentials.tokenUrl);
    this.pool = new Pool(this.url.origin, { connections: 1, maxResponseSize: answerLimitBytes });
  }

  async current(): Promise<string> {
    if (this.held !== undefined && performance.now() < this.held.until) return this.held.token;
    this.asking ??= this.ask().finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  refused(token: string | undefined): boolean {
    if (this.held?.token === token) this.held = undefined;
    return true;
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }

  private async ask(): Promise<string> {
    const { clientId, clientSecretFile, scope } = this.credentials;
    const secret = await readSecret(clientSecretFile);
    // Each half is form-encoded before the two are joined (section 2.3.1).
    const pair = [clientId, secret].map((half) => new URLSearchParams({ v: half }).toString().slice(2)).join(':');
    const answer = await this.call({
      method: 'POST',
      path: this.url.pathname + this.url.search,
      headers: {
        authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) }).toString(),
    });
    const { access_token: token, expires_in: seconds } = answer;
    const lifeMs = seconds === undefined ? lifeWhereUntoldMs : seconds * 1000;
    this.held = { token, until: performance.now() + Math.max(lifeMs - spareMs, lifeMs / 2) };
    return token;
  }

  private async call(request: Dispatcher.RequestOptions) {
    try {
      const { statusCode, body } = await this.pool.request({ ...request, signal: AbortSignal.timeout(this.timeoutMs) });
      const text = await body.text();
      if (statusCode !== 200) throw new RecordSourceUnavailable('not-authorised', `token: HTTP ${statusCode}`);
      return readAnswer(text);
    } catch (cause) {
      if (cause instanceof RecordSourceUnavailable) throw cause;
      throw new RecordSourceUnavailable('not-authorised', 'no token could be had', { cause });
    }
  }
}

/** What is wrong with it is not said: it may hold a token. */
function readAnswer(text: string) {
  try {
    return tokenAnswer.parse(JSON.parse(text));
  } catch {
    throw new RecordSourceUnavailable('not-authorised', 'token: the answer is not understood');
  }
}
