import { CommandFailure } from './command-failure.ts';

/** What has to be undone, whether a command ends well, fails or is interrupted half-way through its start. */
export class CleanUp {
  private readonly acts: (() => Promise<unknown>)[] = [];
  private done: Promise<void> | undefined;

  add(act: () => Promise<unknown>): void {
    this.acts.push(act);
  }

  /** @throws CommandFailure `interrupted`, where all is being undone already: nothing more is to be started */
  check(): void {
    if (this.done !== undefined) throw new CommandFailure('interrupted', 'interrupted');
  }

  /** Last things first, each once; one that fails keeps none of the others from being undone. */
  run(): Promise<void> {
    this.done ??= this.undo();
    return this.done;
  }

  private async undo(): Promise<void> {
    for (const act of this.acts.toReversed()) await act().catch(() => undefined);
  }
}
