/** The source was waited for too long. */
export class SourceTimedOut extends Error {
  override readonly name = 'SourceTimedOut';
}

/**
 * How long one account's source may be waited for in all. Only the waiting counts: while parts are sealed or fetched,
 * the clock stands.
 */
export class Patience {
  readonly abort = new AbortController();
  private left: number;

  constructor(milliseconds: number) {
    this.left = milliseconds;
  }

  /** @throws SourceTimedOut */
  async wait<T>(promise: Promise<T>): Promise<T> {
    const started = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new SourceTimedOut()), Math.max(0, this.left));
    });
    try {
      return await Promise.race([promise, late]);
    } catch (error) {
      if (error instanceof SourceTimedOut) this.abort.abort(error);
      throw error;
    } finally {
      clearTimeout(timer);
      this.left -= performance.now() - started;
    }
  }
}

/** Reads on while the patience lasts. A source that hangs is left behind, not waited for. */
export async function* readPatiently<T>(source: AsyncIterable<T>, patience: Patience): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  let isOver = false;
  try {
    for (;;) {
      const next = await patience.wait(iterator.next());
      if (next.done === true) {
        isOver = true;
        return;
      }
      yield next.value;
    }
  } finally {
    if (!isOver) void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}
