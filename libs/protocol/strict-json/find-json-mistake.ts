// White space is what JSON says it is, which is less than \s.
const opening = { object: /[ \t\n\r]*\{/y, array: /[ \t\n\r]*\[/y };
const closing = { object: /[ \t\n\r]*\}/y, array: /[ \t\n\r]*\]/y };
const comma = /[ \t\n\r]*,/y;
const colon = /[ \t\n\r]*:/y;
const space = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON wants them escaped (RFC 8259 section 7).
const name = /[ \t\n\r]*"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const plain = /[ \t\n\r]*(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/**
 * Where a text stops being JSON, e.g. `line 3, column 14`: for a file whose text must not be quoted, as the messages of
 * JSON.parse do.
 */
export function findJsonMistake(text: string): string {
  const reader = new JsonReader(text);
  reader.read();
  const before = text.slice(0, reader.end()).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

class JsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  /** One value, as far as it is one; it does not call itself, so that a text may open as much as it likes. */
  read(): void {
    const open: Array<keyof typeof closing> = [];
    do {
      if (open.at(-1) === 'object' && !(this.take(name) && this.take(colon))) return;
      const opened = this.takeOpening();
      if (opened === undefined && !(this.take(name) || this.take(plain))) return;
      if (opened !== undefined && !this.take(closing[opened])) open.push(opened);
      else if (!this.closeAll(open)) return;
    } while (open.length > 0);
  }

  /** Where what could be read ends, and the mistake begins. */
  end(): number {
    this.take(space);
    return this.at;
  }

  private takeOpening(): keyof typeof opening | undefined {
    if (this.take(opening.object)) return 'object';
    return this.take(opening.array) ? 'array' : undefined;
  }

  /** What ends after a value, until a comma says that there is another. @returns whether one or the other was there */
  private closeAll(open: Array<keyof typeof closing>): boolean {
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      if (this.take(comma)) return true;
      if (!this.take(closing[last])) return false;
      open.pop();
    }
    return true;
  }

  private take(form: RegExp): boolean {
    form.lastIndex = this.at;
    if (!form.test(this.text)) return false;
    this.at = form.lastIndex;
    return true;
  }
}
