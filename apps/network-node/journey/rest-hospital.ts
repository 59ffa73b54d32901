import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { cataloguedType, type HospitalContents, recordsOf } from './hospital-records.ts';

const pageSize = 40;
const clientId = 'data-provider';

type Records = ReadonlyMap<string, readonly unknown[]>;

interface Service {
  readonly contents: HospitalContents;
  /** `<data type> <person>` -> records. */
  readonly records: Records;
  readonly secret: string;
  readonly token: string;
}

/**
 * A hospital's own service: a token for credentials, people by contact, records by page. All in memory: for journeys.
 *
 * @returns the description of the source
 */
export async function startService(
  contents: HospitalContents,
): Promise<{ description: object; stop: () => Promise<void> }> {
  const [secret, token] = [randomBytes(24).toString('base64url'), randomBytes(24).toString('base64url')];
  const service: Service = { contents, records: await readRecords(contents), secret, token };
  const server = createServer((request, response) => {
    answer(service, request, response).catch(() => send(response, 500, {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientSecretFile = join(contents.folder, 'service-secret');
  writeFileSync(clientSecretFile, secret, { mode: 0o600 });
  const stop = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { description: describeService(contents, baseUrl, clientSecretFile), stop };
}

function describeService({ dataTypes }: HospitalContents, baseUrl: string, clientSecretFile: string): object {
  const described = dataTypes.map((dataType) => [
    dataType,
    {
      schema: cataloguedType(dataType).schema,
      path: `/records/${dataType}/{key}`,
      items: 'items',
      owner: 'person',
      record: 'resource',
      paging: { by: 'cursor', parameter: 'after', at: 'next' },
    },
  ]);
  return {
    kind: 'rest',
    baseUrl,
    token: { tokenUrl: `${baseUrl}/token`, clientId, clientSecretFile },
    label: 'Health record',
    accounts: { path: '/people/search', email: 'email', items: 'people', account: 'person', emailAt: 'email' },
    dataTypes: Object.fromEntries(described),
  };
}

async function readRecords(contents: HospitalContents): Promise<Records> {
  const records = new Map<string, unknown[]>();
  for (const dataType of contents.dataTypes) {
    for await (const { person, resource } of recordsOf(contents, dataType)) {
      const own = records.get(`${dataType} ${person}`) ?? [];
      own.push(resource);
      records.set(`${dataType} ${person}`, own);
    }
  }
  return records;
}

async function answer(service: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const { authorization } = request.headers;
  if (url.pathname === '/token') {
    const basic = `Basic ${Buffer.from(`${clientId}:${service.secret}`).toString('base64')}`;
    if (authorization !== basic) return send(response, 401, {});
    return send(response, 200, { access_token: service.token, token_type: 'Bearer', expires_in: 600 });
  }
  if (authorization !== `Bearer ${service.token}`) return send(response, 401, {});
  if (url.pathname === '/people/search') {
    const { email } = JSON.parse(await readBody(request)) as { email?: string };
    const people = [...service.contents.contacts].filter(([, contact]) => contact === email);
    return send(response, 200, { people: people.map(([person, contact]) => ({ person, email: contact })) });
  }
  const [, , dataType = '', person = ''] = url.pathname.split('/').map(decodeURIComponent);
  const all = service.records.get(`${dataType} ${person}`);
  if (all === undefined) return send(response, 404, {});
  const from = Number(url.searchParams.get('after') ?? 0);
  const to = from + pageSize;
  const items = all.slice(from, to).map((resource) => ({ person, resource }));
  send(response, 200, { items, ...(to < all.length ? { next: to } : {}) });
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
