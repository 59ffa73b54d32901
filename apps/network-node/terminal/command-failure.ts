/** A failure that one sentence explains; `code` is what `--json` says beside it. */
export class CommandFailure extends Error {
  constructor(
    readonly code: 'usage' | 'unreachable' | 'not-found' | 'interrupted' | 'in-use' | 'not-allowed',
    message: string,
  ) {
    super(message);
    this.name = 'CommandFailure';
  }
}
