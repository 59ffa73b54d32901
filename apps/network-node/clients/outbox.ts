import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A message in the local outbox that stands in for mail and SMS on one machine. */
export interface OutboxMessage {
  readonly file: string;
  readonly to: { readonly kind: string; readonly value: string };
  readonly subject: string;
  readonly text: string;
}

/** Oldest first: names of the files sort by time. */
export function readOutbox(folder: string): OutboxMessage[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((file) => ({
      file,
      ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<OutboxMessage, 'file'>),
    }));
}

/** The messages there are now, so that `waitForCode` sees only what comes after. */
export function markOutbox(folder: string): ReadonlySet<string> {
  return new Set(existsSync(folder) ? readdirSync(folder) : []);
}

/** The six digits of the first message to this contact that was not there at the mark. @throws after ten seconds */
export async function waitForCode(folder: string, contact: string, mark: ReadonlySet<string>): Promise<string> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const names = existsSync(folder)
      ? readdirSync(folder).filter((name) => name.endsWith('.json') && !mark.has(name))
      : [];
    for (const name of names.sort()) {
      const message = JSON.parse(readFileSync(join(folder, name), 'utf8')) as OutboxMessage;
      const code = /\b\d{6}\b/.exec(message.text)?.[0];
      if (message.to.value === contact && code !== undefined) return code;
    }
    await sleep(15);
  }
  throw new Error('no code came to the outbox within ten seconds');
}
