import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Patience, readPatiently, SourceTimedOut } from './patience.ts';

async function collect(source: AsyncIterable<number>, milliseconds: number, pauseMs = 0): Promise<number[]> {
  const patience = new Patience(milliseconds);
  const read: number[] = [];
  try {
    for await (const value of readPatiently(source, patience)) {
      read.push(value);
      await sleep(pauseMs);
    }
    return read;
  } finally {
    patience.end();
  }
}

async function* slowly(...waits: number[]): AsyncGenerator<number> {
  for (const wait of waits) {
    await sleep(wait);
    yield wait;
  }
}

describe('patience with a source', () => {
  it('reads to the end of one that answers', async () => {
    expect(await collect(slowly(1, 2, 3), 1000)).toEqual([1, 2, 3]);
  });

  it('runs out over many short waits', async () => {
    await expect(collect(slowly(80, 80, 80, 80, 80, 80), 200)).rejects.toThrow(SourceTimedOut);
  });

  it('lasts as long as records keep coming', async () => {
    const waits = Array.from({ length: 400 }, () => 4);
    expect(await collect(slowly(...waits), 1000)).toEqual(waits);
  });

  it('is not used up while the reader itself takes its time', async () => {
    expect(await collect(slowly(1, 2, 3), 150, 100)).toEqual([1, 2, 3]);
  });

  it('leaves a source behind that never answers and does not listen', async () => {
    const hanging = (async function* () {
      yield 1;
      await new Promise(() => undefined);
    })();
    await expect(collect(hanging, 100)).rejects.toThrow(SourceTimedOut);
  });

  it('tells the source to stop', async () => {
    const patience = new Patience(100);
    const listening = (async function* () {
      await sleep(5000, undefined, { signal: patience.abort.signal });
      yield 1;
    })();
    await expect(readPatiently(listening, patience).next()).rejects.toThrow(SourceTimedOut);
    expect(patience.abort.signal.aborted).toBe(true);
    patience.end();
  });

  it('passes on what the source throws, and lets a source clean up that is not read to its end', async () => {
    let isClean = false;
    const source = (async function* () {
      try {
        yield 1;
        yield 2;
      } finally {
        isClean = true;
      }
    })();
    const patience = new Patience(1000);
    for await (const _ of readPatiently(source, patience)) break;
    patience.end();
    expect(isClean).toBe(true);
    const broken = (async function* () {
      yield 1;
      throw new RangeError('broken');
    })();
    await expect(collect(broken, 1000)).rejects.toThrow(RangeError);
  });
});
