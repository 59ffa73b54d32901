import { EventEmitter } from 'node:events';

const hub = new EventEmitter().setMaxListeners(0);

/**
 * Wakes whoever waits in this process for news of this id. Call it once the news is committed.
 *
 * @param news what became so, for those who would else have to read it
 */
export function tellNews(id: string, news?: unknown): void {
  hub.emit(id, news);
}

export interface Hearing {
  /** Returns at the first news since the hearing began, with what was told, or when so much time is over. */
  news(milliseconds: number): Promise<unknown>;
  /** Ends the hearing. */
  stop(): void;
}

/** Listens for news of this id from now on. */
export function hearNews(id: string): Hearing {
  let timer: NodeJS.Timeout | undefined;
  let hear: (news?: unknown) => void = () => undefined;
  const heard = new Promise<unknown>((resolve) => {
    hear = resolve;
  });
  hub.once(id, hear);
  return {
    news(milliseconds) {
      timer = setTimeout(hear, milliseconds);
      return heard;
    },
    stop() {
      clearTimeout(timer);
      hub.off(id, hear);
    },
  };
}
