import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '#platform';
import { handOverChunkMessage, handOverEndMessage, handOverEraseMessage, sha256Base64url } from '#protocol';
import { type Delivery, HandOverTarget, type TakenBack, type TakingBack } from '../hand-over/hand-over-target.ts';
import type { RecordPlace } from '../received-records/read-cursor.ts';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';
import { chunksOf, type PushChunk } from './push-chunks.ts';
import { PushCommands } from './push-commands.ts';

/** How far a push has come: what the receiver has acknowledged. */
interface Pushed {
  /** As it was at the first chunk: where chunks begin must not change between two goes. */
  readonly chunkBytes: number;
  readonly chunks: number;
  readonly last?: string;
  readonly records: Readonly<Record<string, number>>;
  readonly next?: RecordPlace;
}

/** Sends the records of a session to a listed address: chunks of NDJSON under signed commands, then an end. */
@Injectable()
export class PushHandOver extends HandOverTarget {
  constructor(
    private readonly commands: PushCommands,
    @Inject(SETTINGS) private readonly settings: Pick<DataUserGatewaySettings, 'HAND_OVER_CHUNK_BYTES'>,
  ) {
    super();
  }

  async deliver(delivery: Delivery): Promise<Pushed> {
    const first: Pushed = { chunkBytes: this.settings.HAND_OVER_CHUNK_BYTES, chunks: 0, records: {} };
    let pushed: Pushed = (delivery.handOver.progress as Pushed | null) ?? first;
    await delivery.holding(async () => undefined);
    for await (const chunk of chunksOf(delivery.lines(pushed.next), pushed.chunkBytes)) {
      pushed = await this.push(delivery, pushed, chunk);
      await delivery.keep(pushed);
    }
    await this.end(delivery, pushed);
    return pushed;
  }

  /** Where nobody answers, the next go asks again. */
  async takeBack({ handOver }: TakingBack): Promise<TakenBack> {
    const reason = handOver.eraseReason ?? 'asked-by-data-user';
    await this.commands.send(handOver, 'erase', handOverEraseMessage, { reason });
    return { filesDeleted: 0 };
  }

  private async push({ handOver, session }: Delivery, pushed: Pushed, chunk: PushChunk): Promise<Pushed> {
    const { chunks: n, last } = pushed;
    const digest = sha256Base64url(chunk.body);
    const records = Object.values(chunk.records).reduce((sum, count) => sum + count, 0);
    const previous = last === undefined ? {} : { previous: last };
    const fields = { n, digest, ...previous, records, eraseBy: session.eraseBy };
    await this.commands.send(handOver, `chunk ${n}`, handOverChunkMessage, fields, chunk.body);
    return { ...pushed, chunks: n + 1, last: digest, records: add(pushed.records, chunk.records), next: chunk.next };
  }

  private async end({ handOver, session }: Delivery, { chunks, last, records }: Pushed): Promise<void> {
    await this.commands.send(handOver, 'end', handOverEndMessage, {
      chunks,
      ...(last === undefined ? {} : { last }),
      records: Object.entries(records).map(([dataType, count]) => ({ dataType, records: count })),
      eraseBy: session.eraseBy,
    });
  }
}

function add(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) {
  const sums: Record<string, number> = { ...one };
  for (const [key, count] of Object.entries(other)) sums[key] = (sums[key] ?? 0) + count;
  return sums;
}
