import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { restDescription } from '../described-sources/rest-description.ts';
import { RestSource } from '../described-sources/rest-source.ts';
import { collect } from '../record-sources/record-source.contract.ts';
import { always, ofAna, transactionSchema, transactionType } from './statements-under-test.ts';

/** Services as they are met: each test starts one that behaves, or not, in its own way. */
const running: Array<() => Promise<void>> = [];

/** To be called after each test. */
export async function stopServices(): Promise<void> {
  for (const stop of running.splice(0)) await stop();
}

export async function listen(listener: RequestListener): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

const bookingsOf = {
  schema: transactionSchema,
  path: '/accounts/{key}/bookings',
  items: 'data',
  owner: 'account',
  record: 'booking',
};
const search = {
  path: '/holders/search',
  email: 'mail',
  tel: 'phone',
  items: 'holders',
  account: 'no',
  emailAt: 'contact.email',
  telAt: 'contact.tel',
  countryCallingCode: '1',
};
export const describeService = (baseUrl: string, type: object = {}, more: object = {}) => ({
  kind: 'rest',
  baseUrl,
  accounts: search,
  dataTypes: { [transactionType]: { ...bookingsOf, ...type } },
  ...more,
});

/** A source over a service that answers as told; `more` may want its address. */
export async function openService(
  listener: RequestListener,
  type: object = {},
  more: object | ((url: string) => object) = {},
): Promise<RestSource> {
  const { url, stop } = await listen(listener);
  const whole = describeService(url, type, typeof more === 'function' ? more(url) : more);
  const source = await RestSource.open(restDescription.parse(whole));
  running.push(async () => {
    await source.close();
    await stop();
  });
  return source;
}

export const send = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
export const answering =
  (body: unknown, status = 200): RequestListener =>
  (_, response) =>
    void send(response, body, status);

/** Bookings as such a service gives them. */
export const bookingItems = (records = ofAna, account = 'c-1001') =>
  records.map((record) => ({ account, booking: record }));

export const readService = (source: RestSource, accountKey = 'c-1001', signal?: AbortSignal) =>
  collect(source.readRecords({ accountKey, dataType: transactionType, ...always, signal }));
