import { writeFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ensurePrivateFolder, RecordSchemas, SETTINGS } from '#platform';
import {
  type Delivery,
  HandOverProblem,
  HandOverTarget,
  type TakenBack,
  type TakingBack,
} from '../hand-over/hand-over-target.ts';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';
import { FileFormats } from './file-formats.ts';
import { NdjsonFile } from './ndjson-file.ts';
import { ParquetFile } from './parquet-file.ts';
import { isTemporary, SessionFolder } from './session-folder.ts';
import { describeTakenBack } from './taken-back-words.ts';
import { HAND_OVER_JSON, type RecordFile, type WrittenFile } from './written-file.ts';

type Settings = Pick<DataUserGatewaySettings, 'HAND_OVER_FORMATS' | 'HAND_OVER_PARQUET_MEMORY_MEGABYTES'>;

/** What the table keeps of files that were written. */
interface Written {
  readonly files: readonly WrittenFile[];
}

/** Writes the records of a session into a folder: a file for each data type, and `hand-over.json` once all are whole. */
@Injectable()
export class FileHandOver extends HandOverTarget {
  private readonly formats: FileFormats;

  constructor(
    private readonly schemas: RecordSchemas,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
    this.formats = new FileFormats(settings.HAND_OVER_FORMATS);
  }

  async deliver(delivery: Delivery): Promise<Written> {
    const { target } = delivery.handOver;
    await ensurePrivateFolder(target).catch((error: Error) => {
      throw new HandOverProblem(error.message);
    });
    const folder = new SessionFolder(target, delivery.session, uuidv7());
    await delivery.holding(() => folder.open());
    const files = new Map<string, RecordFile>();
    try {
      await this.write(delivery, folder, files);
      const written: WrittenFile[] = [];
      for (const file of files.values()) written.push(await file.finish());
      await writeFile(folder.temporary(HAND_OVER_JSON), noteOf(delivery, written), {
        mode: 0o600,
        flag: 'wx',
        flush: true,
      });
      await delivery.holding(() => folder.publish([...written.map(({ name }) => name), HAND_OVER_JSON]));
      return { files: written };
    } catch (error) {
      await Promise.allSettled([...files.values()].map((file) => file.close()));
      await folder.discard();
      throw error;
    }
  }

  async takeBack({ handOver, keepFound }: TakingBack): Promise<TakenBack> {
    const folder = new SessionFolder(handOver.target, handOver, '');
    const there = await folder.setAside();
    // What an earlier go has deleted was found, too.
    const found = [...new Set([...(handOver.found ?? []), ...there])];
    if (found.length !== handOver.found?.length) await keepFound(found);
    const others = await folder.remove(there);
    const { files = [] } = (handOver.progress ?? {}) as Partial<Written>;
    const expected = handOver.deliveredAt === null ? [] : [...files.map(({ name }) => name), HAND_OVER_JSON];
    const missing = expected.filter((name) => !found.includes(name)).length;
    return describeTakenBack({
      deleted: found.filter((name) => !isTemporary(name)).length,
      expected: expected.length,
      missing,
      others,
    });
  }

  private async write(delivery: Delivery, folder: SessionFolder, files: Map<string, RecordFile>): Promise<void> {
    for await (const { bytes, dataType } of delivery.lines()) {
      const file = files.get(dataType) ?? this.open(folder, dataType);
      if (file === undefined) continue;
      files.set(dataType, file);
      await file.write(bytes);
    }
  }

  private open(folder: SessionFolder, dataType: string): RecordFile | undefined {
    const format = this.formats.of(dataType);
    // A name that no data type of the catalogue has never becomes a path.
    if (format === undefined || !/^[a-z0-9][a-z0-9.-]{0,99}$/.test(dataType)) return undefined;
    if (format === 'ndjson') return new NdjsonFile(folder.temporary(`${dataType}.ndjson`), dataType);
    return new ParquetFile(folder.temporary(`${dataType}.parquet`), dataType, {
      fields: this.schemas.fieldKinds(dataType),
      linesPath: folder.temporary(`${dataType}.parquet.lines`),
      memoryMegabytes: this.settings.HAND_OVER_PARQUET_MEMORY_MEGABYTES,
    });
  }
}

function noteOf({ handOver, session }: Delivery, files: readonly WrittenFile[]): string {
  const { sessionId, consentId, provider: dataProvider, manifestDigest, receivedAt, eraseBy } = session;
  const note = {
    handOverId: handOver.id,
    consentId,
    sessionId,
    dataProvider,
    manifestDigest,
    receivedAt,
    eraseBy,
    files,
  };
  return `${JSON.stringify(note, null, 2)}\n`;
}
