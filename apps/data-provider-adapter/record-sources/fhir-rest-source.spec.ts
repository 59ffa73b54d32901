import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { RecordSchemas } from '#platform';
import { FhirRestSource } from './fhir-rest-source.ts';
import { collect } from './record-source.contract.ts';

const query = {
  accountKey: 'ana',
  dataType: 'fhir-r4.immunization',
  from: '2020-01-01T00:00:00.000Z',
  to: '2021-01-01T00:00:00.000Z',
};
const immunization = (patient: string) => ({
  resourceType: 'Immunization',
  id: 'i',
  patient: { reference: `Patient/${patient}` },
});
const bundle = (resources: object[], next?: string) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  link: next === undefined ? [] : [{ relation: 'next', url: next }],
  entry: resources.map((resource) => ({ resource })),
});

/** Institutions' servers as they are met: each test starts one that misbehaves in its own way. */
const running: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});
async function sourceAt(listener: RequestListener, changes: object = {}): Promise<FhirRestSource> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/r4`;
  const limits = { timeoutMs: 2000, answerLimitBytes: 20_000, pageSize: 50, searchByDate: true };
  const source = new FhirRestSource({ baseUrl, ...limits, ...changes });
  running.push(async () => {
    await source.close();
    server.closeAllConnections();
    server.close();
  });
  return source;
}
const answering = (body: unknown, status = 200): RequestListener => {
  return (_, response) => response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
};

describe('what is asked of a FHIR server', () => {
  it('is one person, in order, with a day to spare at either end', async () => {
    const asked: string[] = [];
    const source = await sourceAt((request, response) => {
      asked.push(request.url ?? '');
      response.end(JSON.stringify(bundle([])));
    });
    await collect(source.readRecords(query));
    expect(asked).toEqual(['/r4/Immunization?patient=ana&_count=50&_sort=_id&date=ge2019-12-31&date=le2021-01-02']);
  });

  it('names a person in the body of a search, and in the address only where there is no other way', async () => {
    const asked: string[] = [];
    const source = await sourceAt((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.statusCode = request.method === 'POST' ? 405 : 200;
      response.end(JSON.stringify(bundle([])));
    });
    await source.findAccounts([{ kind: 'email', value: 'a,b|c@mail.example' }]);
    expect(asked).toEqual(['POST /r4/Patient/_search', 'GET /r4/Patient?email=a%5C%2Cb%5C%7Cc%40mail.example']);
  });

  it('follows the links of its pages and passes over what is no match', async () => {
    const included = { resource: { resourceType: 'OperationOutcome' }, search: { mode: 'outcome' } };
    const source = await sourceAt((request, response) => {
      const last = request.url?.includes('page=2');
      const answer = bundle([immunization('ana')], last ? undefined : '?page=2');
      response.end(JSON.stringify({ ...answer, entry: [...answer.entry, included] }));
    });
    expect(await collect(source.readRecords(query))).toEqual([immunization('ana'), immunization('ana')]);
  });

  it('is no one else than was asked for, even if the server ignores the search', async () => {
    const patient = { resourceType: 'Patient', id: 'eve', telecom: [{ system: 'email', value: 'eve@mail.example' }] };
    const source = await sourceAt(answering(bundle([patient])));
    expect(await source.findAccounts([{ kind: 'email', value: 'ana@mail.example' }])).toEqual([]);
  });

  it('has no Patient record of someone who is gone', async () => {
    const source = await sourceAt(answering({ resourceType: 'OperationOutcome' }, 410));
    expect(await collect(source.readRecords({ ...query, dataType: 'fhir-r4.patient' }))).toEqual([]);
  });
});

const outcome = {
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code: 'throttled', diagnostics: 'ana' }],
};

it('a figure that no number can carry to its last digit comes as text, which no schema takes for a number', async () => {
  const given = { status: 'completed', vaccineCode: { text: 'MMR' }, occurrenceDateTime: '2020-05-01' };
  const text = JSON.stringify(bundle([{ ...immunization('ana'), ...given, doseQuantity: { value: 0.25 } }]));
  const source = await sourceAt(answering(text.replace('0.25', '0.123456789012345678')));
  const [record] = await collect(source.readRecords(query));
  expect(record).toMatchObject({ doseQuantity: { value: '0.123456789012345678' } });
  const problem = { path: '/doseQuantity/value', keyword: 'type' };
  expect(RecordSchemas.load().checkRecord(query.dataType, record)).toEqual([problem]);
});

describe('a FHIR server is unavailable where it', () => {
  it.each<[string, RequestListener, object]>([
    ['wants another token', answering(outcome, 403), { reason: 'not-authorised' }],
    ['is overloaded', answering(outcome, 429), { reason: 'refused', detail: 'HTTP 429 throttled' }],
    [
      'fails with a code that is none',
      answering({ ...outcome, issue: [{ code: { toString: 1 } }] }, 500),
      { reason: 'refused', detail: 'HTTP 500' },
    ],
    ['fails', answering('<html>', 500), { reason: 'refused', detail: 'HTTP 500' }],
    ['sends one elsewhere', (_, r) => r.writeHead(302, { location: '/' }).end(), { reason: 'refused' }],
    ['answers in another form', answering('<Bundle/>'), { reason: 'answer-not-understood' }],
    [
      'answers in another encoding than it may',
      (_, r) => r.end(Buffer.from(JSON.stringify({ ...bundle([]), id: 'ö' }), 'latin1')),
      { reason: 'answer-not-understood' },
    ],
    ['answers with no bundle', answering(immunization('ana')), { reason: 'answer-not-understood' }],
    ['leaves entries empty', answering({ ...bundle([]), entry: [{}] }), { reason: 'answer-not-understood' }],
    ['answers about someone else', answering(bundle([immunization('eve')])), { reason: 'answer-about-someone-else' }],
    ['answers with too much', answering(' '.repeat(30_000)), { reason: 'answer-too-large' }],
    ['hangs up', (request) => request.socket.destroy(), { reason: 'unreachable' }],
    ['leads to another server', answering(bundle([], 'https://eve.example/')), { reason: 'answer-not-understood' }],
    ['leads round in a ring', (q, r) => r.end(JSON.stringify(bundle([], q.url))), { reason: 'answer-not-understood' }],
  ])('%s', async (_, listener, expected) => {
    const source = await sourceAt(listener);
    const error = await collect(source.readRecords(query)).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'RecordSourceUnavailable', ...expected });
    expect(String(error)).not.toContain('ana');
  });

  it('does not answer in time', async () => {
    const source = await sourceAt(() => {}, { timeoutMs: 100 });
    await expect(collect(source.readRecords(query))).rejects.toMatchObject({ reason: 'timed-out' });
  });

  it('is not there', async () => {
    const source = await sourceAt(() => {}, { baseUrl: 'http://127.0.0.1:1/r4' });
    await expect(source.findAccounts([{ kind: 'tel', value: '+12025550123' }])).rejects.toMatchObject({
      reason: 'unreachable',
    });
  });
});

it('stops waiting for a server when nobody waits for it', async () => {
  const source = await sourceAt(() => {});
  const reason = new Error('gone');
  const stopping = new AbortController();
  setTimeout(() => stopping.abort(reason), 50);
  await expect(collect(source.readRecords({ ...query, signal: stopping.signal }))).rejects.toBe(reason);
});
