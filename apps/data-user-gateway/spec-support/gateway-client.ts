import { readFile } from 'node:fs/promises';
import { fetch } from 'undici';

/** What specs look at in answers of all shapes. */
interface AnswerBody {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly handle: string;
  readonly consentId: string;
  readonly receipt: string;
  readonly next: string | null;
  readonly eraseBy: string;
  readonly usesSoFar: number;
  readonly refusal: { readonly by: string; readonly code: string };
  readonly terms: { readonly [term: string]: unknown };
  readonly records: { readonly account: string; readonly dataType: string; readonly record: object }[];
  readonly consents: { readonly id: string }[];
  readonly sessions: {
    readonly sessionId: string;
    readonly state: string;
    readonly records: number;
    readonly partsReceived: number;
    readonly refusal: { readonly by: string; readonly code: string };
  }[];
}

export interface Answer {
  readonly status: number;
  readonly body: AnswerBody;
}

/** What the data user's own systems do. */
export class GatewayClient {
  private constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  static async open(url: string, apiKeyFile: string): Promise<GatewayClient> {
    return new GatewayClient(url, (await readFile(apiKeyFile, 'utf8')).trim());
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call('GET', path, undefined, headers);
  }

  post(path: string, body?: object, idempotencyKey?: string): Promise<Answer> {
    return this.call('POST', path, body, idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey });
  }

  async text(path: string, headers: Record<string, string>): Promise<string> {
    const authorization = `Bearer ${this.key}`;
    return (await fetch(`${this.url}${path}`, { headers: { ...headers, authorization } })).text();
  }

  private async call(
    method: string,
    path: string,
    body: object | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: JSON.parse(text === '' ? '{}' : text) as AnswerBody };
  }
}
