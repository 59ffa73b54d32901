/**
 * JSON as RFC 8259 and RFC 7493 say it, read character by character: slow, plain, and knowing nothing of the reader that
 * it is compared with.
 */
export type Read = { readonly value: unknown } | undefined;

const MOST_DEEP = 32;
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const escapes: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class NoJson extends Error {}

/** @returns undefined where the text is not strict JSON */
export function readReference(text: string | Uint8Array): Read {
  const source = typeof text === 'string' ? text : fromUtf8(text);
  if (source === undefined) return undefined;
  try {
    const reader = new ReferenceReader(source);
    return { value: reader.whole() };
  } catch (error) {
    if (error instanceof NoJson) return undefined;
    throw error;
  }
}

/** What comes back the same was UTF-8 without overlong forms and lone surrogates. */
function fromUtf8(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString('utf8');
  return Buffer.from(text).equals(bytes) ? text : undefined;
}

class ReferenceReader {
  private at = 0;

  constructor(private readonly source: string) {}

  whole(): unknown {
    const value = this.value(0);
    this.space();
    if (this.at < this.source.length) throw new NoJson();
    return value;
  }

  private value(depth: number): unknown {
    this.space();
    const first = this.source[this.at];
    if (first === '{') return this.object(depth);
    if (first === '[') return this.array(depth);
    if (first === '"') return this.string();
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (this.source.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    return this.number();
  }

  private number(): number {
    number.lastIndex = this.at;
    const written = number.exec(this.source)?.[0];
    if (written === undefined) throw new NoJson();
    this.at += written.length;
    const value = Number(written);
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) throw new NoJson();
    return value;
  }

  private string(): string {
    let value = '';
    for (this.at += 1; ; this.at += 1) {
      const character = this.source[this.at];
      if (character === undefined || character < ' ') throw new NoJson();
      if (character === '"') break;
      value += character === '\\' ? this.escape() : character;
    }
    this.at += 1;
    if (!value.isWellFormed()) throw new NoJson();
    return value;
  }

  private escape(): string {
    this.at += 1;
    const letter = this.source[this.at] ?? '';
    const plain = escapes[letter];
    if (plain !== undefined) return plain;
    const hex = this.source.slice(this.at + 1, this.at + 5);
    if (letter !== 'u' || !/^[0-9a-fA-F]{4}$/.test(hex)) throw new NoJson();
    this.at += 4;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  private array(depth: number): unknown[] {
    const items: unknown[] = [];
    this.members(depth, ']', () => items.push(this.value(depth + 1)));
    return items;
  }

  private object(depth: number): object {
    const members = new Map<string, unknown>();
    this.members(depth, '}', () => {
      this.space();
      if (this.source[this.at] !== '"') throw new NoJson();
      const name = this.string();
      if (members.has(name) || name === '__proto__') throw new NoJson();
      this.take(':');
      members.set(name, this.value(depth + 1));
    });
    return Object.fromEntries(members);
  }

  private members(depth: number, end: string, next: () => unknown): void {
    if (depth >= MOST_DEEP) throw new NoJson();
    this.at += 1;
    this.space();
    if (this.source[this.at] === end) {
      this.at += 1;
      return;
    }
    for (next(); !this.found(end); next()) this.take(',');
  }

  private found(character: string): boolean {
    this.space();
    if (this.source[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private take(character: string): void {
    if (!this.found(character)) throw new NoJson();
  }

  private space(): void {
    while (' \t\n\r'.includes(this.source[this.at] ?? 'x')) this.at += 1;
  }
}
