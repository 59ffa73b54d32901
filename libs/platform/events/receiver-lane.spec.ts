import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { type DeliveryResult, ReceiverLane } from './receiver-lane.ts';

const event = (id: string) => ({ id, receiver: 'https://r.example', receiver_role: null, token: 't', attempts: 0 });

describe('the lane to one receiver', () => {
  test('delivers a few at once', async () => {
    let running = 0;
    let most = 0;
    const delivered: string[] = [];
    const lane = new ReceiverLane(
      async ({ id }) => {
        most = Math.max(most, ++running);
        await sleep(5);
        running--;
        delivered.push(id);
        return 'delivered';
      },
      async () => undefined,
      async () => undefined,
    );
    for (let n = 0; n < 30; n++) lane.add(event(`e${n}`));
    await vi.waitFor(() => expect(delivered).toHaveLength(30));
    expect(most).toBe(16);
    expect(lane.isIdle()).toBe(true);
  });

  test('does not deliver what is being delivered', async () => {
    let deliveries = 0;
    const lane = new ReceiverLane(
      async () => {
        deliveries++;
        await sleep(20);
        return 'delivered';
      },
      async () => undefined,
      async () => undefined,
    );
    for (let n = 0; n < 5; n++) lane.add(event('same'));
    await sleep(60);
    expect(deliveries).toBe(1);
  });

  test('pauses while the receiver is away, knocks alone, and says when it is back', async () => {
    let result: DeliveryResult = 'away';
    let deliveries = 0;
    const onReturn = vi.fn(async () => undefined);
    const givenBack: string[] = [];
    const lane = new ReceiverLane(
      async () => {
        deliveries++;
        return result;
      },
      onReturn,
      async (events) => void givenBack.push(...events.map(({ id }) => id)),
    );
    for (let n = 0; n < 20; n++) lane.add(event(`e${n}`));
    await vi.waitFor(() => expect(lane.isPaused()).toBe(true));
    expect(deliveries).toBeLessThanOrEqual(16);
    expect(lane.isBusy()).toBe(true);
    expect(givenBack.length + deliveries).toBe(20);
    expect(lane.add(event('meanwhile'))).toBe(false);
    const before = deliveries;
    await vi.waitFor(() => expect(lane.isPaused()).toBe(false), 2000);
    expect(deliveries).toBe(before);
    result = 'delivered';
    lane.add(event('after'));
    await vi.waitFor(() => expect(onReturn).toHaveBeenCalledOnce());
    expect(lane.isIdle()).toBe(true);
  });

  test('lets what is under way end at a stop, and begins nothing more', async () => {
    const delivered: string[] = [];
    const lane = new ReceiverLane(
      async ({ id }) => {
        await sleep(20);
        delivered.push(id);
        return 'delivered';
      },
      async () => undefined,
      async () => undefined,
    );
    for (let n = 0; n < 20; n++) lane.add(event(`e${n}`));
    await lane.stop();
    lane.add(event('late'));
    await sleep(30);
    expect(delivered).toHaveLength(16);
  });
});
