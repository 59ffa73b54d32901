import { EventEmitter, once } from 'node:events';

const hub = new EventEmitter().setMaxListeners(0);

/** Wakes whoever waits in this process for news of this id. Call it once the news is committed. */
export function tellNews(id: string): void {
  hub.emit(id);
}

/** Listens from now on. @returns resolves at the first news of this id, or when the signal aborts */
export function hearNews(id: string, signal: AbortSignal): Promise<unknown> {
  return once(hub, id, { signal }).catch(() => undefined);
}
