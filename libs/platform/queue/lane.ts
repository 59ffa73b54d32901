/** Work of one kind in one process: so much at once, the rest in its turn. */
export class Lane {
  private running = 0;
  private readonly waiting: Array<() => void> = [];

  constructor(private readonly most: number) {}

  /** Whether as much waits as may run. */
  isFull(): boolean {
    return this.waiting.length >= this.most;
  }

  /** Begins at once where there is room. */
  async do(work: () => Promise<void>): Promise<void> {
    if (this.running >= this.most) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
