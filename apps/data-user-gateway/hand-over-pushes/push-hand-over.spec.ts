import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Clock, type KeyRing } from '#platform';
import { HandSetClock, SampleNetwork, sampleIds } from '#testing';
import { handOverTargetContract } from '../hand-over/hand-over-target.contract.ts';
import { HandOverProblem } from '../hand-over/hand-over-target.ts';
import { DeliveryUnderTest } from '../spec-support/delivery-under-test.ts';
import { mixedRecords, savings } from '../spec-support/mixed-records.ts';
import { type Mischief, PushReceiver } from '../spec-support/push-receiver.ts';
import { chunksOf } from './push-chunks.ts';
import { PushClient } from './push-client.ts';
import { PushCommands } from './push-commands.ts';
import { PushHandOver } from './push-hand-over.ts';

const clock = new HandSetClock('2026-06-01T12:00:00.000Z');

async function startReceiver() {
  const network = await SampleNetwork.create();
  const receiver = new PushReceiver(sampleIds.user, { participants: network }, () => clock.now());
  await receiver.listen();
  const keys = { signer: () => network.members.user.signers.message } as unknown as KeyRing;
  return { receiver, keys };
}

function targetTo(urls: string[], keys: KeyRing, local = true, chunkBytes = 2000) {
  const client = new PushClient({ NETWORK_IS_LOCAL: local, HAND_OVER_PUSH_URLS: urls });
  const commands = new PushCommands(client, keys, clock as Clock, { PARTICIPANT_ID: sampleIds.user });
  return { client, target: new PushHandOver(commands, { HAND_OVER_CHUNK_BYTES: chunkBytes }) };
}

handOverTargetContract(
  'a push',
  mixedRecords(20),
  (records, place) => new DeliveryUnderTest(records, place),
  async () => {
    const { receiver, keys } = await startReceiver();
    const { client, target } = targetTo([receiver.url], keys);
    return {
      target,
      place: { kind: 'push', target: receiver.url },
      standing: async ({ id }) => receiver.records(id),
      hasTraces: async ({ id }) => (receiver.handOvers.get(id)?.chunks.size ?? 0) > 0,
      stop: async () => {
        await client.onApplicationShutdown();
        await receiver.stop();
      },
    };
  },
);

describe('a push', () => {
  let receiver: PushReceiver;
  let keys: KeyRing;
  let made: ReturnType<typeof targetTo>;
  beforeAll(async () => {
    ({ receiver, keys } = await startReceiver());
    made = targetTo([receiver.url], keys);
  });
  afterAll(async () => {
    await made.client.onApplicationShutdown();
    await receiver.stop();
  });
  const begin = (url = receiver.url, records = mixedRecords(20)) =>
    new DeliveryUnderTest(records, { kind: 'push', target: url });

  test('whose answers get lost is taken once all the same', async () => {
    const delivery = begin();
    for (let lost = 0; lost < 4; lost++) {
      receiver.losesAnswers = 1;
      await expect(made.target.deliver(delivery)).rejects.toThrow(HandOverProblem);
    }
    await made.target.deliver(delivery);
    expect(receiver.records(delivery.handOver.id)).toHaveLength(40);
  });

  test('goes on where the receiver had acknowledged, in the same chunks though the setting changed', async () => {
    const delivery = begin();
    delivery.breaksAt = 30;
    await expect(made.target.deliver(delivery)).rejects.toThrow('killed');
    const before = receiver.commands.length;
    delivery.breaksAt = undefined;
    const other = targetTo([receiver.url], keys, true, 1_000_000);
    await other.target.deliver(delivery);
    await other.client.onApplicationShutdown();
    expect(receiver.records(delivery.handOver.id)).toHaveLength(40);
    expect(receiver.commands.length - before).toBeLessThan(10);
    expect((delivery.handOver.progress as { chunkBytes: number }).chunkBytes).toBe(2000);
  });

  test.each<[Mischief, RegExp]>([
    ['redirects', /answered 307/],
    ['faults', /answered 500/],
    ['refuses', /answered 403/],
    ['closes', /no answer/],
    ['floods', /no answer: AnswerTooLarge/],
    ['hangs', /no answer: TimeoutError/],
    ['dribbles', /no answer: TimeoutError/],
  ])('to a receiver that %s is not acknowledged, and quotes nothing it said', async (mischief, problem) => {
    receiver.mischief = mischief;
    made.client.timeoutMs = 500;
    const error = await made.target.deliver(begin()).catch((thrown: unknown) => thrown);
    receiver.mischief = undefined;
    made.client.timeoutMs = 30_000;
    expect(error).toBeInstanceOf(HandOverProblem);
    expect((error as Error).message).toMatch(problem);
    expect((error as Error).message).not.toContain('secret');
    expect(receiver.strayed).toBe(0);
  });

  test('waits as long as it is asked to', async () => {
    receiver.mischief = 'refuses';
    await expect(made.target.deliver(begin())).rejects.toMatchObject({ retryAfterSeconds: 7 });
    receiver.mischief = undefined;
  });

  test('goes to listed addresses alone', async () => {
    const other = targetTo(['http://127.0.0.1:1/elsewhere'], keys);
    await expect(other.target.deliver(begin())).rejects.toThrow(/no longer listed/);
  });

  test.each([
    'http://127.0.0.1:9/x',
    'https://127.0.0.1:9/x',
    'https://10.0.0.1/x',
    'http://example.org/x',
    'https://localhost:9/x',
  ])('does not go to %s unless the network is local', async (url) => {
    const other = targetTo([url], keys, false);
    await expect(other.target.deliver(begin(url))).rejects.toThrow(/no answer: PrivateAddressError/);
    await other.client.onApplicationShutdown();
  });

  test('after an erase is refused by the receiver', async () => {
    const delivery = begin();
    await made.target.takeBack(delivery);
    await expect(made.target.deliver(delivery)).rejects.toThrow(/answered 410/);
  });
});

describe('chunks', () => {
  const lines = async function* (...sizes: number[]) {
    for (const [line, size] of sizes.entries()) {
      yield { bytes: Buffer.alloc(size, 'x'), dataType: 't', next: { sessionId: savings, n: 0, line: line + 1 } };
    }
  };
  test.each([
    [[10, 10, 10], 33, [33]],
    [[10, 10, 10], 22, [22, 11]],
    [[10, 50, 10], 22, [11, 51, 11]],
    [[], 22, []],
  ])('of lines of %j bytes, at most %i each, have %j', async (sizes, most, expected) => {
    const found: number[] = [];
    for await (const { body } of chunksOf(lines(...sizes), most)) found.push(body.length);
    expect(found).toEqual(expected);
  });
});
