import { readFile } from 'node:fs/promises';
import { type Dispatcher, errors, Pool } from 'undici';
import { parseExactJson } from './exact-json.ts';
import { type FhirResource, isFhirResource } from './fhir-data-types.ts';
import { RecordSourceUnavailable } from './record-source-unavailable.ts';
import { utf8Text } from './utf8-text.ts';

export interface FhirClientOptions {
  /** The server's base, e.g. `https://ehr.hospital.example/fhir/r4`. */
  readonly baseUrl: string;
  /** Holds a bearer token; read again for every call, so that it can be renewed beside the running process. */
  readonly tokenFile?: string | undefined;
  /** For one call, in milliseconds. */
  readonly timeoutMs: number;
  /** For one answer, in bytes. */
  readonly answerLimitBytes: number;
}

/** `found: false` where the server says that there is no such thing (404, 410). */
export type FhirAnswer =
  | { readonly found: true; readonly resource: FhirResource }
  | { readonly found: false; readonly status: number };

/** Calls on one FHIR R4 server. Never leaves its origin: no redirects, no links elsewhere, so the token stays there. */
export class FhirClient {
  readonly base: URL;
  private readonly pool: Pool;

  constructor(private readonly options: FhirClientOptions) {
    this.base = new URL(options.baseUrl.endsWith('/') ? options.baseUrl : `${options.baseUrl}/`);
    this.pool = new Pool(this.base.origin, { connections: 8, maxResponseSize: options.answerLimitBytes });
  }

  async get(url: URL, signal?: AbortSignal): Promise<FhirAnswer> {
    return this.call({ method: 'GET', path: url.pathname + url.search }, signal);
  }

  /** A search whose parameters name a person: in the body, where no access log keeps them (FHIR R4, 3.1.0.1.5.9). */
  async postSearch(resourceType: string, parameters: URLSearchParams, signal?: AbortSignal): Promise<FhirAnswer> {
    const path = new URL(`${resourceType}/_search`, this.base).pathname;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.call({ method: 'POST', path, headers, body: parameters.toString() }, signal);
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }

  private async call(request: Dispatcher.RequestOptions, signal?: AbortSignal): Promise<FhirAnswer> {
    signal?.throwIfAborted();
    const timeout = AbortSignal.timeout(this.options.timeoutMs);
    try {
      const authorization = await this.authorization();
      const answer = await this.pool.request({
        ...request,
        headers: { accept: 'application/fhir+json', ...authorization, ...(request.headers as Record<string, string>) },
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
      return readAnswer(answer.statusCode, await answer.body.bytes());
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      if (cause instanceof RecordSourceUnavailable) throw cause;
      throw new RecordSourceUnavailable(timeout.aborted ? 'timed-out' : transportReason(cause), '', { cause });
    }
  }

  private async authorization(): Promise<Record<string, string>> {
    if (this.options.tokenFile === undefined) return {};
    const token = await readFile(this.options.tokenFile, 'utf8').catch((cause: unknown) => {
      throw new RecordSourceUnavailable('not-authorised', 'the token file cannot be read', { cause });
    });
    return { authorization: `Bearer ${token.trim()}` };
  }
}

function transportReason(cause: unknown) {
  if (cause instanceof errors.ResponseExceededMaxSizeError) return 'answer-too-large';
  return cause instanceof errors.ConnectTimeoutError ? 'timed-out' : 'unreachable';
}

function readAnswer(status: number, bytes: Uint8Array): FhirAnswer {
  if (status === 404 || status === 410 || status === 405 || status === 501) return { found: false, status };
  const resource = parse(bytes);
  if (status === 401 || status === 403) throw new RecordSourceUnavailable('not-authorised', describe(status, resource));
  if (status !== 200) throw new RecordSourceUnavailable('refused', describe(status, resource));
  if (resource === undefined) throw new RecordSourceUnavailable('answer-not-understood', describe(status, resource));
  return { found: true, resource };
}

function parse(bytes: Uint8Array): FhirResource | undefined {
  const value = parseExactJson(utf8Text(bytes) ?? '');
  return isFhirResource(value) ? value : undefined;
}

/** The status and the codes of an OperationOutcome; its texts may quote the person, so they stay out. */
function describe(status: number, resource: FhirResource | undefined): string {
  const issues: unknown = resource?.resourceType === 'OperationOutcome' ? resource['issue'] : undefined;
  const codes = Array.isArray(issues) ? issues.map((issue: { code?: unknown } | null) => issue?.code) : [];
  const told = codes.filter((code) => typeof code === 'string' && /^[a-z-]{1,40}$/.test(code));
  return [`HTTP ${status}`, ...told.slice(0, 5)].join(' ');
}
