import { type Dispatcher, errors, Pool } from 'undici';
import { parseExactJson } from '../record-sources/exact-json.ts';
import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';
import { utf8Text } from '../record-sources/utf8-text.ts';
import type { RestDescription } from './rest-description.ts';
import { createToken, type RestToken } from './rest-token.ts';

/** `found: false` where the service says that there is no such thing (404, 410). */
export type RestAnswer =
  | { readonly found: true; readonly text: string; readonly json: unknown }
  | { readonly found: false; readonly status: number };

/** Calls on one service. Never leaves its origin: no redirects, no links elsewhere, so the token stays there. */
export class RestClient {
  readonly base: URL;
  private readonly pool: Pool;
  private readonly token: RestToken;

  constructor(private readonly description: RestDescription) {
    this.base = new URL(description.baseUrl.replace(/\/+$/, ''));
    this.pool = new Pool(this.base.origin, { connections: 8, maxResponseSize: description.answerLimitBytes });
    this.token = createToken(description);
  }

  /** @param path begins with a slash; beneath the base address */
  urlOf(path: string): URL {
    return new URL(`${this.base.href.replace(/\/+$/, '')}${path}`);
  }

  get(url: URL, signal?: AbortSignal): Promise<RestAnswer> {
    return this.call({ method: 'GET', path: url.pathname + url.search }, signal);
  }

  post(url: URL, json: object, signal?: AbortSignal): Promise<RestAnswer> {
    const headers = { 'content-type': 'application/json' };
    return this.call({ method: 'POST', path: url.pathname + url.search, headers, body: JSON.stringify(json) }, signal);
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.destroy(), this.token.close()]);
  }

  private async call(request: Dispatcher.RequestOptions, signal?: AbortSignal): Promise<RestAnswer> {
    signal?.throwIfAborted();
    const token = await this.token.current();
    const first = await this.send(request, token, signal);
    if (first.status !== 401 || !this.token.refused(token)) return readAnswer(first);
    return readAnswer(await this.send(request, await this.token.current(), signal));
  }

  private async send(request: Dispatcher.RequestOptions, token: string | undefined, signal?: AbortSignal) {
    const timeout = AbortSignal.timeout(this.description.timeoutMilliseconds);
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    try {
      const answer = await this.pool.request({
        ...request,
        headers: { accept: 'application/json', ...authorization, ...(request.headers as Record<string, string>) },
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
      return { status: answer.statusCode, bytes: await answer.body.bytes() };
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      throw new RecordSourceUnavailable(timeout.aborted ? 'timed-out' : transportReason(cause), '', { cause });
    }
  }
}

function transportReason(cause: unknown) {
  if (cause instanceof errors.ResponseExceededMaxSizeError) return 'answer-too-large';
  return cause instanceof errors.ConnectTimeoutError ? 'timed-out' : 'unreachable';
}

function readAnswer({ status, bytes }: { readonly status: number; readonly bytes: Uint8Array }): RestAnswer {
  if (status === 404 || status === 410) return { found: false, status };
  if (status === 401 || status === 403) throw new RecordSourceUnavailable('not-authorised', `HTTP ${status}`);
  if (status !== 200) throw new RecordSourceUnavailable('refused', `HTTP ${status}`);
  const text = utf8Text(bytes);
  if (text === undefined) throw new RecordSourceUnavailable('answer-not-understood', 'not UTF-8');
  const json = parseExactJson(text);
  if (json === undefined) throw new RecordSourceUnavailable('answer-not-understood', 'not JSON');
  return { found: true, text, json };
}
