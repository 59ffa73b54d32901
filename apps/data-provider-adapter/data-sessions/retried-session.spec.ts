import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Gateway, type HeldSession, manifestOf, problemOf } from '../spec-support/gateway-under-test.ts';
import { Manager } from '../spec-support/manager-under-test.ts';
import { type ProviderUnderTest, startProvider } from '../spec-support/provider-under-test.ts';
import { mara, olek, transaction, transactions } from '../spec-support/sample-source-under-test.ts';

let world: ProviderUnderTest;
let manager: Manager;
let gateway: Gateway;
let links: string[];

beforeAll(async () => {
  world = await startProvider({ ACCOUNT_TIMEOUT_SECONDS: '1', SESSION_ANSWER_WAIT_MILLISECONDS: '5000' });
  manager = new Manager(world);
  gateway = await Gateway.create(world, manager);
  world.source.addAccount('0001', mara, () => transactions(4));
  world.source.addAccount('0002', olek, () => transactions(3));
  links = [...(await manager.link(mara)), ...(await manager.link(olek))];
});
afterAll(() => world.stop());

const hangs = async function* () {
  yield transaction(1);
  await new Promise(() => undefined);
};

/** The second account does not answer in time; afterwards it does. One use is all there is. */
async function partial() {
  world.source.hold('0002', 'bank.transaction', hangs);
  const consent = await manager.issue(links, { fetchType: 'PERIODIC', frequency: { max: 1, per: 'DAY' } });
  const dataRequestId = uuidv7();
  const first = await gateway.open(consent, { authorization: { dataRequestId } });
  const { accounts } = await manifestOf(first.answer);
  expect(accounts.map(({ outcome }) => outcome)).toEqual(['DELIVERED', 'TIMEOUT']);
  world.source.hold('0002', 'bank.transaction', () => transactions(3));
  return { consent, dataRequestId, first, names: accounts.map(({ account }) => account) };
}

const acknowledge = ({ sessionId, accessToken }: HeldSession) =>
  gateway.send('DELETE', `/data-sessions/${sessionId}/parts`, accessToken);

describe('a session that fetches once more what failed', () => {
  it('serves what had not answered, and nothing that has arrived, without a further use', async () => {
    const { consent, dataRequestId, first, names } = await partial();
    expect((await acknowledge(first)).status).toBe(204);
    const authorization = { dataRequestId, retryOf: first.sessionId };
    // Whatever it asks for.
    const second = await gateway.open(consent, { authorization });
    const manifest = await manifestOf(second.answer);
    expect(manifest).toMatchObject({ state: 'COMPLETED', accounts: [{ account: names[1], outcome: 'DELIVERED' }] });
    expect(await gateway.read(second, manifest.parts.length)).toHaveLength(3);
    await acknowledge(second);
    const third = await gateway.open(consent, { authorization: { dataRequestId, retryOf: second.sessionId } });
    expect(await problemOf(third.answer)).toEqual({ status: 409, code: 'nothing-to-retry' });
    const another = await gateway.open(consent, { authorization: { dataRequestId: uuidv7() } });
    expect((await problemOf(another.answer)).code).toBe('frequency-exceeded');
  });

  it('serves only the accounts it names', async () => {
    const { consent, dataRequestId, first, names } = await partial();
    const authorization = { dataRequestId, retryOf: first.sessionId };
    const second = await gateway.open(consent, { authorization, message: { accounts: [names[1] ?? ''] } });
    const { accounts } = await manifestOf(second.answer);
    expect(accounts.map(({ account }) => account)).toEqual([names[1]]);
  });

  it('serves all again where nothing was said to have arrived', async () => {
    const { consent, dataRequestId, first } = await partial();
    const second = await gateway.open(consent, { authorization: { dataRequestId, retryOf: first.sessionId } });
    expect((await manifestOf(second.answer)).accounts.map(({ outcome }) => outcome)).toEqual([
      'DELIVERED',
      'DELIVERED',
    ]);
  });

  it('is refused when the consent is paused by then', async () => {
    const { consent, dataRequestId, first } = await partial();
    await manager.state(consent, 'paused');
    const second = await gateway.open(consent, { authorization: { dataRequestId, retryOf: first.sessionId } });
    expect((await problemOf(second.answer)).code).toBe('consent-paused');
  });
});
