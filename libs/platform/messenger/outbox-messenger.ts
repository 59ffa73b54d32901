import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../clock/clock.ts';
import { createPrivateFile, ensurePrivateFolder } from '../keys/private-file.ts';
import { type Message, Messenger } from './messenger.ts';

/** Writes each message to a folder instead of sending it, oldest first by name: for a network on one machine. */
export class OutboxMessenger extends Messenger {
  constructor(
    private readonly folder: string,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send(message: Message): Promise<void> {
    await ensurePrivateFolder(this.folder);
    const sentAt = this.clock.now();
    const name = `${sentAt.replaceAll(/[-:.]/g, '')}-${uuidv7()}.json`;
    await createPrivateFile(join(this.folder, name), `${JSON.stringify({ sentAt, ...message }, null, 2)}\n`);
  }
}
