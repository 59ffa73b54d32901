const opening = { object: /\s*\{/y, array: /\s*\[/y };
const closing = { object: /\s*\}/y, array: /\s*\]/y };
const comma = /\s*,/y;
const colon = /\s*:/y;
const space = /\s*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON wants them escaped (RFC 8259 section 7).
const name = /\s*"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const plain = /\s*(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/**
 * Where a text stops being JSON, e.g. `line 3, column 14`: for a file whose text must not be quoted, as the messages of
 * JSON.parse do.
 */
export function findJsonMistake(text: string): string {
  const reader = new JsonReader(text);
  reader.readValue();
  const before = text.slice(0, reader.end()).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

class JsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  readValue(): boolean {
    if (this.take(opening.object)) return this.readList(closing.object, () => this.readMember());
    if (this.take(opening.array)) return this.readList(closing.array, () => this.readValue());
    return this.take(name) || this.take(plain);
  }

  /** Where what could be read ends, and the mistake begins. */
  end(): number {
    this.take(space);
    return this.at;
  }

  private readMember(): boolean {
    return this.take(name) && this.take(colon) && this.readValue();
  }

  private readList(close: RegExp, readItem: () => boolean): boolean {
    if (this.take(close)) return true;
    do {
      if (!readItem()) return false;
    } while (this.take(comma));
    return this.take(close);
  }

  private take(form: RegExp): boolean {
    form.lastIndex = this.at;
    if (!form.test(this.text)) return false;
    this.at = form.lastIndex;
    return true;
  }
}
