import Table from 'cli-table3';
import colours from 'picocolors';

export const { bold, cyan, dim, green, red, yellow } = colours;

/** Where a command speaks: people read tables and colours; with `--json` one object goes to stdout, the rest to stderr. */
export class Terminal {
  constructor(readonly json: boolean) {}

  /** A line for people. */
  say(line = ''): void {
    (this.json ? process.stderr : process.stdout).write(`${line}\n`);
  }

  /** What the command came to: with `--json` the only thing on stdout. */
  answer(value: object, show: () => void): void {
    if (this.json) process.stdout.write(`${JSON.stringify(value)}\n`);
    else show();
  }

  table(head: readonly string[], rows: readonly (readonly string[])[]): void {
    if (rows.length === 0) {
      this.say(dim('nothing here'));
      return;
    }
    const plain = !process.stdout.isTTY;
    const table = new Table({
      head: head.map((name) => bold(name)),
      style: { head: [], border: [], compact: true },
      ...(plain ? { chars: noBorders } : {}),
    });
    table.push(...rows.map((row) => [...row]));
    this.say(table.toString());
  }
}

/** Piped: no lines around the cells, so that other tools can read the columns. */
const noBorders: Record<string, string> = Object.fromEntries([
  ...['top', 'bottom', 'left', 'right', 'mid'].flatMap((edge) => [
    [edge, ''],
    [`${edge}-mid`, ''],
    [`${edge}-left`, ''],
    [`${edge}-right`, ''],
  ]),
  ['middle', '  '],
]);
