import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FhirStore, type Resource, SearchNotSupported } from './fhir-store.ts';

export interface FhirServerOptions {
  readonly store: FhirStore;
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Where given, every call must carry it. */
  readonly bearerToken?: string;
  readonly largestPage?: number;
}

export interface RunningFhirServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * A small FHIR R4 server (read, search, paging) over the records of one folder: the hospital's own system in
 * demonstrations and tests. Not for real records: it keeps everything in memory and has one token for all.
 */
export async function startFhirServer(options: FhirServerOptions): Promise<RunningFhirServer> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      if (error instanceof SearchNotSupported) refuse(response, 400, 'not-supported');
      else refuse(response, 500, 'exception');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  return { url: `${addressOf(server, options.host)}/fhir`, stop: () => stop(server) };
}

function addressOf(server: Server, host = '127.0.0.1'): string {
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function answer(options: FhirServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const [, base, resourceType = '', id, ...rest] = url.pathname.split('/');
  if (base !== 'fhir' || rest.length > 0) return refuse(response, 404, 'not-found');
  if (resourceType === 'metadata') return send(response, 200, capabilities(options.store));
  const { bearerToken } = options;
  if (bearerToken !== undefined && request.headers.authorization !== `Bearer ${bearerToken}`) {
    return refuse(response, 401, 'login');
  }
  if (request.method === 'POST' && id === '_search') {
    const parameters = new URLSearchParams(await readBody(request));
    return send(response, 200, page(options, new URL(`/fhir/${resourceType}?${parameters}`, url)));
  }
  if (request.method !== 'GET') return refuse(response, 405, 'not-supported');
  if (id === undefined) return send(response, 200, page(options, url));
  const resource = options.store.find(resourceType, id);
  return resource === undefined ? refuse(response, 404, 'not-found') : send(response, 200, resource);
}

function page({ store, largestPage = 200 }: FhirServerOptions, url: URL): object {
  const resourceType = url.pathname.split('/')[2] ?? '';
  const matches = store.search(resourceType, url.searchParams);
  const size = Math.min(Number(url.searchParams.get('_count') ?? 50), largestPage);
  const from = Number(url.searchParams.get('_offset') ?? 0);
  const next = new URL(url);
  next.searchParams.set('_offset', String(from + size));
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: matches.length,
    link: [
      { relation: 'self', url: url.href },
      ...(from + size < matches.length ? [{ relation: 'next', url: next.href }] : []),
    ],
    entry: matches.slice(from, from + size).map((resource: Resource) => ({
      fullUrl: new URL(`/fhir/${resource.resourceType}/${resource.id}`, url).href,
      resource,
      search: { mode: 'match' },
    })),
  };
}

function capabilities(store: FhirStore): object {
  const interaction = [{ code: 'read' }, { code: 'search-type' }];
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    kind: 'instance',
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [{ mode: 'server', resource: store.types().map((type) => ({ type, interaction })) }],
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

function refuse(response: ServerResponse, status: number, code: string): void {
  send(response, status, { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/fhir+json; charset=utf-8' }).end(JSON.stringify(body));
}
