/** @returns how many of these calls there were left in the bound that all replicas share */
type Reserve = (calls: number) => Promise<number>;

const SLICES = 100;

/** The calls of one caller in one window, as one process counts them. */
export class CallerWindow {
  private readonly slice: number;
  /** Taken without asking: told to the others with the first slice that is asked for. */
  private untold: number;
  private left: number;
  private isOver = false;
  private asking: Promise<void> | undefined;

  /** @param most in the window, of all replicas together */
  constructor(
    most: number,
    private readonly reserve: Reserve,
  ) {
    this.slice = Math.max(1, Math.floor(most / SLICES));
    this.untold = Math.floor(most / SLICES);
    this.left = this.untold;
  }

  /** @returns whether there is one more, which may have to be asked for */
  take(): boolean | Promise<boolean> {
    if (this.left > 0) {
      this.left -= 1;
      return true;
    }
    return this.isOver ? false : this.takeAsked();
  }

  private async takeAsked(): Promise<boolean> {
    while (this.left === 0 && !this.isOver) {
      this.asking ??= this.ask().finally(() => {
        this.asking = undefined;
      });
      await this.asking;
    }
    if (this.left === 0) return false;
    this.left -= 1;
    return true;
  }

  private async ask(): Promise<void> {
    const { untold, slice } = this;
    this.untold = 0;
    this.left = Math.max(0, Math.min(slice, (await this.reserve(untold + slice)) - untold));
    this.isOver = this.left === 0;
  }
}
