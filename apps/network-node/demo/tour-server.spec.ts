import { afterAll, beforeAll, expect, it } from 'vitest';
import { RefusedError, refuse } from '#domain';
import { findPorts, firstPortOfRun } from '../network/free-ports.ts';
import { startTour } from './tour-server.ts';

const addresses = { person: 'p', manager: 'm', bank: 'b', hospital: 'h', lender: 'l', clinic: 'c', network: 'n' };
const status = { request: null, narrowed: false, fetch: null, consent: null, refused: false };
const since = '2026-11-22T08:00:00.000Z';
let url: string;
let port: number;
let stop: () => Promise<void>;
const played: string[] = [];
const acts = {
  status: async () => status,
  ask: async () => void played.push('ask'),
  fetch: async () => {
    throw new RefusedError(refuse('not-found'));
  },
};

beforeAll(async () => {
  ({ tour: port = 0 } = await findPorts(['tour'], await firstPortOfRun()));
  url = `http://localhost:${port}`;
  stop = await startTour(port, acts, addresses);
});
afterAll(() => stop());

const post = (path: string, headers: Record<string, string>, body = {}) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const own = { 'sec-fetch-site': 'same-origin' };

it('tells its page where the parts are, and what has come of the tour', async () => {
  expect(await (await fetch(`${url}/addresses`)).json()).toEqual(addresses);
  expect(await (await fetch(`${url}/status?since=${since}`)).json()).toEqual(status);
  expect((await fetch(`${url}/status?since=yesterday`)).status).toBe(400);
});

it('plays the lender for its own page alone', async () => {
  expect((await post('/acts/ask', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await post('/acts/ask', { origin: 'http://localhost:1' })).status).toBe(403);
  expect(played).toEqual([]);
  expect(await (await post('/acts/ask', own)).json()).toEqual({ code: 'ok' });
  expect(played).toEqual(['ask']);
});

it('says why an act was refused', async () => {
  const answer = await post('/acts/fetch', own, { since });
  expect([answer.status, await answer.json()]).toEqual([409, { code: 'not-found' }]);
});

it('is reached by its name alone', async () => {
  expect((await fetch(`http://127.0.0.1:${port}/addresses`)).status).toBe(404);
});
