import { readFileSync } from 'node:fs';
import { type Dispatcher, Pool } from 'undici';
import { CommandFailure } from '../terminal/command-failure.ts';

/** A "no" from a role, as its problem details say it (RFC 9457). */
export class ProblemAnswer extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly next: string,
    readonly retryAfterSeconds?: number,
    title = code,
  ) {
    super(`${title}${detail === '' ? '' : ` (${detail})`}${next === '' ? '' : `. ${next}`} [${code}]`);
    this.name = 'ProblemAnswer';
  }
}

interface Problem {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly next?: string;
}

/** Speaks JSON with one role's API. Close it when done. */
export class JsonClient {
  private readonly pool: Pool;
  private readonly path: string;
  private readonly origin: string;

  constructor(
    url: string,
    private readonly authorization?: () => string | undefined,
  ) {
    const { origin, pathname } = new URL(url);
    this.origin = origin;
    this.pool = new Pool(origin, { connections: 16, headersTimeout: 60_000, bodyTimeout: 60_000 });
    this.path = pathname.replace(/\/$/, '');
  }

  static withApiKey(url: string, apiKeyFile: string): JsonClient {
    let key: string | undefined;
    return new JsonClient(url, () => {
      key ??= readFileSync(apiKeyFile, 'utf8').trim();
      return key;
    });
  }

  async get<T>(path: string): Promise<T> {
    return (await this.call('GET', path)) as T;
  }

  /** The body of the answer, whatever it is. */
  async getText(path: string): Promise<string> {
    const answer = await this.request('GET', path);
    const text = await answer.body.text();
    if (answer.statusCode >= 400) throw problemFrom(answer.statusCode, text, answer.headers['retry-after']);
    return text;
  }

  async post<T>(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<T> {
    return (await this.call('POST', path, body, headers)) as T;
  }

  /** Sends a signed message as it is. */
  async putToken(path: string, token: string): Promise<void> {
    await this.call('PUT', path, token);
  }

  async delete(path: string): Promise<void> {
    await this.call('DELETE', path);
  }

  /** Lines of NDJSON as they come, in bounded memory. */
  async *lines(path: string): AsyncGenerator<string> {
    const { statusCode, body, headers } = await this.request('GET', path, undefined, {
      accept: 'application/x-ndjson',
    });
    if (statusCode >= 400) throw problemFrom(statusCode, await body.text(), headers['retry-after']);
    let rest = '';
    for await (const chunk of body.setEncoding('utf8')) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  private async call(
    method: string,
    path: string,
    body?: object | string,
    headers?: Record<string, string>,
  ): Promise<unknown> {
    const answer = await this.request(method, path, body, headers);
    const text = await answer.body.text();
    if (answer.statusCode >= 400) throw problemFrom(answer.statusCode, text, answer.headers['retry-after']);
    if (text === '') return undefined;
    return `${answer.headers['content-type']}`.includes('json') ? JSON.parse(text) : text;
  }

  /** @throws CommandFailure `unreachable` where nobody listens */
  private async request(method: string, path: string, body?: object | string, headers: Record<string, string> = {}) {
    const type = typeof body === 'string' ? 'application/jwt' : 'application/json';
    const token = this.authorization?.();
    const call: Dispatcher.RequestOptions = {
      method: method as 'GET',
      path: `${this.path}${path}`,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': type }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    };
    return this.pool.request(call).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'UND_ERR_SOCKET' || error.code === 'ECONNRESET') {
        const next = 'it may have been heard all the same';
        throw new CommandFailure('unreachable', `${this.origin} broke the connection off without an answer: ${next}`);
      }
      if (error.code !== 'ECONNREFUSED' && error.code !== 'ENOTFOUND') throw error;
      throw new CommandFailure('unreachable', `nobody answers at ${this.origin}: is it running?`);
    });
  }
}

function problemFrom(status: number, text: string, retryAfter: string | string[] | undefined): ProblemAnswer {
  const problem = parseProblem(text);
  const seconds = Number(retryAfter);
  return new ProblemAnswer(
    status,
    problem.code ?? `http-${status}`,
    problem.detail ?? '',
    problem.next ?? '',
    Number.isFinite(seconds) && retryAfter !== undefined ? seconds : undefined,
    problem.title,
  );
}

function parseProblem(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}
