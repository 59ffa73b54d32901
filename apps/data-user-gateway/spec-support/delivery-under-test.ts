import { v7 as uuidv7 } from 'uuid';
import type { HandOverKind } from '#domain';
import type { DataPartLine } from '#protocol';
import type { HandedSession, HandOver } from '../hand-over/hand-over.ts';
import { type Delivery, type HandedLine, HandOverLost, type TakingBack } from '../hand-over/hand-over-target.ts';
import type { RecordPlace } from '../received-records/read-cursor.ts';

/** A session's records as an adapter is given them, with the hand-over's row beside it: in memory, and breakable. */
export class DeliveryUnderTest implements Delivery, TakingBack {
  handOver: HandOver;
  readonly session: HandedSession;
  /** Throws before this line, as often as it is set. */
  breaksAt: number | undefined;
  beforeLine: (n: number) => Promise<void> | void = () => undefined;
  /** Another worker has it, or erasing has begun. */
  isLost = false;

  constructor(
    private readonly records: readonly DataPartLine[],
    { kind, target }: { kind: HandOverKind; target: string },
  ) {
    const now = '2026-06-01T12:00:00.000Z';
    const ids = { sessionId: uuidv7(), consentId: uuidv7() };
    this.handOver = {
      ...{ id: uuidv7(), ...ids, kind, target, state: 'WAITING', begun: false, progress: null, found: null },
      ...{ filesDeleted: 0, eraseReason: null, problem: null, tries: 0, tryingSince: now, createdAt: now },
      ...{ deliveredAt: null, erasedAt: null },
    };
    this.session = {
      ...{ ...ids, provider: 'https://bank.example', manifestDigest: 'm'.repeat(43), records: records.length },
      ...{ receivedAt: now, eraseBy: '2026-07-01T12:00:00.000Z' },
    };
  }

  async *lines(from?: RecordPlace): AsyncGenerator<HandedLine> {
    for (let n = from?.line ?? 0; n < this.records.length; n++) {
      await this.beforeLine(n);
      if (n === this.breaksAt) throw new Error('the process was killed here');
      const line = this.records[n];
      if (line === undefined) return;
      const next = { sessionId: this.session.sessionId, n: 0, line: n + 1 };
      yield { bytes: Buffer.from(JSON.stringify(line)), dataType: line.dataType, next };
    }
  }

  async holding(work: () => Promise<void>): Promise<void> {
    if (this.isLost) throw new HandOverLost();
    this.handOver = { ...this.handOver, begun: true };
    await work();
  }

  async keep(progress: object): Promise<void> {
    if (this.isLost) throw new HandOverLost();
    this.handOver = { ...this.handOver, progress: JSON.parse(JSON.stringify(progress)) };
  }

  keepFound = async (found: readonly string[]): Promise<void> => {
    this.handOver = { ...this.handOver, found };
  };

  recordDelivered(progress: object): void {
    this.handOver = { ...this.handOver, state: 'DELIVERED', progress, deliveredAt: this.session.receivedAt };
  }
}
