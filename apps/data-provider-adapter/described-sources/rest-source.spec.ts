import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { RecordSchemas } from '#platform';
import { collect, recordSourceContract } from '../record-sources/record-source.contract.ts';
import {
  answering,
  describeService,
  bookingItems as items,
  listen,
  openService as open,
  readService as read,
  send,
  stopServices,
} from '../spec-support/service-under-test.ts';
import { ana, booking, bookings, holders, ofAna, transactionType } from '../spec-support/statements-under-test.ts';
import { restDescription } from './rest-description.ts';
import { RestSource } from './rest-source.ts';

afterEach(stopServices);

/** The bank's own service, two bookings to a page, its pages told in each of the ways there are. */
async function bankService(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://bank.example');
  if (request.method === 'POST') {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const { mail, phone } = JSON.parse(body) as { mail?: string; phone?: string };
    const found = holders.filter(({ email, tel }) => email.toLowerCase() === mail || tel === phone);
    const answer = found.map(({ account, email, tel }) => ({ no: account, contact: { email, tel } }));
    return void send(response, { holders: answer });
  }
  const account = decodeURIComponent(/^\/v1\/accounts\/([^/]+)\/bookings$/.exec(url.pathname)?.[1] ?? '');
  if (!holders.some((holder) => holder.account === account)) return void send(response, {}, 404);
  const own = bookings.filter((one) => one.account === account).map(({ record }) => ({ account, booking: record }));
  const offset = Number(url.searchParams.get('after') ?? Number(url.searchParams.get('page') ?? 0) * 2);
  const next = offset + 2 < own.length ? offset + 2 : undefined;
  const links = next === undefined ? {} : { next: `?after=${next}` };
  send(response, { data: own.slice(offset, offset + 2), meta: { next }, links });
}

for (const paging of [
  { by: 'link', at: 'links.next' },
  { by: 'page', parameter: 'page', first: 0 },
  { by: 'cursor', parameter: 'after', at: 'meta.next' },
]) {
  recordSourceContract(`RestSource, paging by ${paging.by},`, async () => {
    const { url, stop } = await listen((request, response) => void bankService(request, response));
    const source = await RestSource.open(restDescription.parse(describeService(`${url}/v1/`, { paging })));
    return { source, known: ana, dataType: transactionType, stop };
  });
}

describe('what is asked of a service', () => {
  it('is one account, the range, and what its description says', async () => {
    const asked: string[] = [];
    const listener: RequestListener = (request, response) => {
      asked.push(request.url ?? '');
      send(response, { data: [] });
    };
    const query = { who: '{key}', since: '{from}', day: '{fromDate}', until: '{toDate}', limit: '100' };
    const source = await open(listener, { query, key: 'acct-{account}' }, {});
    const range = { from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' };
    await collect(source.readRecords({ accountKey: 'c/1&x={from}', dataType: transactionType, ...range }));
    const url = new URL(asked[0] ?? '', 'http://bank.example');
    expect(url.pathname).toBe('/accounts/acct-c%2F1%26x%3D%7Bfrom%7D/bookings');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      who: 'acct-c/1&x={from}',
      since: range.from,
      day: '2025-12-31',
      until: '2026-02-02',
      limit: '100',
    });
  });

  it.each(['..', '.', '', '../admin', 'c-1001/../c-1002', '%2e%2e', 'c-1001?all=true', 'c-1001#', '{key}'])(
    'is never elsewhere, with the key %j',
    async (accountKey) => {
      const asked: string[] = [];
      const source = await open((request, response) => {
        asked.push(request.url ?? '');
        send(response, { data: [] });
      });
      await read(source, accountKey);
      for (const url of asked) expect(url).toMatch(/^\/accounts\/[^/?#]+\/bookings$/);
    },
  );

  it('names a person in the body, and finds nobody else', async () => {
    const asked: string[] = [];
    const everybody = holders.map(({ account, email, tel }) => ({ no: account, contact: { email, tel } }));
    const source = await open((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      send(response, { holders: everybody });
    });
    expect(await source.findAccounts([ana])).toMatchObject([{ accountKey: 'c-1001' }]);
    expect(await source.findAccounts([{ kind: 'tel', value: '+12025550123' }])).toMatchObject([
      { accountKey: 'c-1001' },
    ]);
    expect(asked).toEqual(['POST /holders/search', 'POST /holders/search']);
  });
});

describe('a service is unavailable where it', () => {
  it.each<[string, RequestListener, object, object?]>([
    ['fails', answering('<html>', 500), { reason: 'refused', detail: 'HTTP 500' }],
    ['is overloaded', answering('', 429), { reason: 'refused', detail: 'HTTP 429' }],
    ['sends one elsewhere', (_, r) => void r.writeHead(302, { location: '/x' }).end(), { reason: 'refused' }],
    ['wants another token', answering('{}', 403), { reason: 'not-authorised' }],
    ['answers in another form', answering('<data/>'), { reason: 'answer-not-understood', detail: 'not JSON' }],
    [
      'answers in another encoding than it may',
      (_, r) => void r.end(Buffer.from('{"data":["ö"]}', 'latin1')),
      { reason: 'answer-not-understood', detail: 'not UTF-8' },
    ],
    ['answers with no list', answering({ data: {} }), { reason: 'answer-not-understood', detail: 'data is no list' }],
    [
      'answers about someone else',
      answering({ data: items(ofAna, 'c-1002') }),
      { reason: 'answer-about-someone-else' },
    ],
    ['answers about nobody', answering({ data: [{ booking: booking(1) }] }), { reason: 'answer-about-someone-else' }],
    ['answers with too much', answering(' '.repeat(60_000)), { reason: 'answer-too-large' }],
    ['hangs up', (request) => void request.socket.destroy(), { reason: 'unreachable' }],
    [
      'hangs in the middle of an answer',
      (_, response) => void response.writeHead(200).write('{"data":['),
      { reason: 'timed-out' },
    ],
    ['does not answer', () => undefined, { reason: 'timed-out' }],
    [
      'leads to another server',
      answering({ data: items(), next: 'https://eve.example/' }),
      { reason: 'answer-not-understood', detail: 'the next page is elsewhere' },
      { paging: { by: 'link', at: 'next' } },
    ],
    [
      'leads round in a ring',
      (q, r) => void send(r, { data: items(), next: q.url === '/b' ? '/c' : '/b' }),
      { reason: 'answer-not-understood', detail: 'the pages lead round in a ring' },
      { paging: { by: 'link', at: 'next' } },
    ],
    [
      'gives one cursor again and again',
      answering({ data: items(), next: 'x' }),
      { reason: 'answer-not-understood' },
      { paging: { by: 'cursor', parameter: 'c', at: 'next' } },
    ],
    [
      'gives its first page again and again',
      answering({ data: items() }),
      { reason: 'answer-not-understood', detail: 'the next page is the same page' },
      { paging: { by: 'page', parameter: 'p' } },
    ],
    [
      'has no end',
      (q, r) => void send(r, { data: [], at: q.url, next: `${Math.random()}` }),
      { reason: 'answer-too-large', detail: 'more than 20 pages' },
      { paging: { by: 'cursor', parameter: 'c', at: 'next' } },
    ],
  ])('%s', async (_, listener, expected, type = {}) => {
    const limits = { timeoutMilliseconds: 300, answerLimitBytes: 50_000, pageLimit: 20 };
    const source = await open(listener, type, limits);
    const error = await read(source).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'RecordSourceUnavailable', ...expected });
    expect(String(error)).not.toMatch(/c-100|eve/);
  });

  it('is not there', async () => {
    const source = await RestSource.open(restDescription.parse(describeService('http://127.0.0.1:1')));
    await expect(source.findAccounts([ana])).rejects.toMatchObject({ reason: 'unreachable' });
    await source.close();
  });
});

it('stops waiting for a service when nobody waits for it', async () => {
  const source = await open(() => undefined);
  const reason = new Error('gone');
  const stopping = new AbortController();
  setTimeout(() => stopping.abort(reason), 50);
  await expect(read(source, 'c-1001', stopping.signal)).rejects.toBe(reason);
});

it('gives a record that does not fit as it is, and a figure no number can carry as text', async () => {
  const text = JSON.stringify({ data: items([booking(1), booking(2, { amount: -1 })]) });
  const source = await open(answering(text.replace('1.10000001', '12345678901.123456789')));
  const schemas = RecordSchemas.load();
  const problems = (await read(source)).map((record) => schemas.checkRecord(transactionType, record)?.[0]);
  expect(problems).toEqual([
    { path: '/amount', keyword: 'type' },
    { path: '/amount', keyword: 'minimum' },
  ]);
});

it('refuses plain HTTP to another machine, unless told', async () => {
  const description = describeService('http://api.bank.example');
  await expect(RestSource.open(restDescription.parse(description))).rejects.toThrow('use https');
  await (await RestSource.open(restDescription.parse({ ...description, plainHttp: true }))).close();
});
