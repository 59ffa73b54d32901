import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Dispatcher, Pool } from 'undici';

export interface Call {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export type Route = (call: Call) => Promise<Reply>;

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function answer(routes: ReadonlyMap<string, Route>, request: IncomingMessage, response: ServerResponse) {
  try {
    const path = request.url ?? '';
    const [, first = ''] = path.split('/');
    const route = routes.get(`${request.method} /${first}`);
    if (route === undefined) return void response.writeHead(404).end();
    const {
      status = 200,
      headers = {},
      body = '',
    } = await route({
      path,
      headers: request.headers,
      body: await readBody(request),
    });
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
  } catch (error) {
    response.writeHead(500).end(error instanceof Error ? error.stack : 'unknown');
  }
}

/** A bare node:http server. Routes are named by method and first segment: `POST /events`. */
export function serve(port: number, routes: Readonly<Record<string, Route>>): void {
  const known = new Map(Object.entries(routes));
  known.set('GET /health', async () => ({}));
  createServer((request, response) => void answer(known, request, response)).listen(port, '127.0.0.1');
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** Calls one peer over kept-alive connections. */
export class Peer {
  private readonly pool: Pool;

  constructor(readonly url: string) {
    this.pool = new Pool(url, { connections: 32 });
  }

  async call(options: Omit<Dispatcher.RequestOptions, 'origin'>): Promise<Answered> {
    const { statusCode, headers, body } = await this.pool.request(options);
    return { status: statusCode, headers, bytes: Buffer.from(await body.arrayBuffer()) };
  }

  /** @throws where the answer is not a success */
  async post(path: string, body: string, headers: Record<string, string> = {}): Promise<string> {
    const type = { 'content-type': 'application/jwt', ...headers };
    const { status, bytes } = await this.call({ method: 'POST', path, body, headers: type });
    if (status >= 400) throw new Error(`${this.url}${path}: ${status} ${bytes.toString()}`);
    return bytes.toString();
  }
}
