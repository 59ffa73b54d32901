import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HandOverKind } from '#domain';
import type { DataPartLine } from '#protocol';
import type { HandOver } from './hand-over.ts';
import { type Delivery, HandOverLost, type HandOverTarget, type TakingBack } from './hand-over-target.ts';

/** A delivery whose course the contract sets: see spec-support/delivery-under-test.ts. */
export interface BreakableDelivery extends Delivery, TakingBack {
  readonly handOver: HandOver;
  breaksAt: number | undefined;
  isLost: boolean;
  recordDelivered(progress: object): void;
}

export interface TargetUnderContract {
  readonly target: HandOverTarget;
  readonly place: { readonly kind: HandOverKind; readonly target: string };
  /** What a reader at the place takes for handed over: nothing while it is not whole. */
  readonly standing: (handOver: HandOver) => Promise<Pick<DataPartLine, 'dataType' | 'record'>[]>;
  /** Whether any trace of it is left there, whole or not. */
  readonly hasTraces: (handOver: HandOver) => Promise<boolean>;
  readonly stop?: () => Promise<void>;
}

type MakeDelivery = (records: readonly DataPartLine[], place: TargetUnderContract['place']) => BreakableDelivery;

/** What every place of handing over owes those who use it. Each adapter's spec runs this. */
export function handOverTargetContract(
  name: string,
  records: readonly DataPartLine[],
  make: MakeDelivery,
  start: () => Promise<TargetUnderContract>,
): void {
  describe(`${name} keeps the contract of handing over`, () => {
    let contract: TargetUnderContract;
    const byType = (lines: readonly Pick<DataPartLine, 'dataType' | 'record'>[]) =>
      lines
        .map(({ dataType, record }) => ({ dataType, record }))
        .toSorted((a, b) => (a.dataType < b.dataType ? -1 : a.dataType > b.dataType ? 1 : 0));
    const begin = (of: readonly DataPartLine[] = records) => make(of, contract.place);
    const deliver = async (delivery: BreakableDelivery) =>
      delivery.recordDelivered(await contract.target.deliver(delivery));
    const standing = async ({ handOver }: BreakableDelivery) => byType(await contract.standing(handOver));

    beforeAll(async () => {
      contract = await start();
    });
    afterAll(() => contract.stop?.());

    test('every record is handed over, in order', async () => {
      const delivery = begin();
      await deliver(delivery);
      expect(await standing(delivery)).toEqual(byType(records));
    });

    test('a session without records is handed over, too', async () => {
      const delivery = begin([]);
      await deliver(delivery);
      expect(await standing(delivery)).toEqual([]);
    });

    test.each([1, Math.floor(records.length / 2), records.length - 1])(
      'broken off before record %i nothing counts as handed over; begun again everything does, once',
      async (breaksAt) => {
        const delivery = begin();
        delivery.breaksAt = breaksAt;
        await expect(deliver(delivery)).rejects.toThrow('killed');
        expect(await standing(delivery)).toEqual([]);
        delivery.breaksAt = undefined;
        await deliver(delivery);
        expect(await standing(delivery)).toEqual(byType(records));
      },
    );

    test('handed over once more, by a worker that did not hear of the end, it is there once', async () => {
      const delivery = begin();
      await contract.target.deliver(delivery);
      await deliver(delivery);
      expect(await standing(delivery)).toEqual(byType(records));
    });

    test('two at once hand it over once', async () => {
      const delivery = begin();
      await Promise.allSettled([contract.target.deliver(delivery), contract.target.deliver(delivery)]);
      await deliver(delivery);
      expect(await standing(delivery)).toEqual(byType(records));
    });

    test('a worker that has lost it makes nothing appear', async () => {
      const delivery = begin();
      delivery.isLost = true;
      await expect(contract.target.deliver(delivery)).rejects.toThrow(HandOverLost);
      expect(await contract.hasTraces(delivery.handOver)).toBe(false);
    });

    test('taken back, nothing is left of it; and once more, nothing is missed', async () => {
      const delivery = begin();
      await deliver(delivery);
      const first = await contract.target.takeBack(delivery);
      expect(first.unreachable).toBeUndefined();
      expect(await contract.hasTraces(delivery.handOver)).toBe(false);
      expect(await contract.target.takeBack(delivery)).toEqual(first);
    });

    test('taken back after it was broken off, nothing is left of it', async () => {
      const delivery = begin();
      delivery.breaksAt = records.length - 1;
      await expect(deliver(delivery)).rejects.toThrow('killed');
      expect((await contract.target.takeBack(delivery)).unreachable).toBeUndefined();
      expect(await contract.hasTraces(delivery.handOver)).toBe(false);
    });
  });
}
