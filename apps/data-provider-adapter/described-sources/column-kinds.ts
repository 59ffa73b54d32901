import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { consentArtefactsFolder } from '#platform';

/** What a column's text is to become. A text may have a pattern. */
export type ColumnKind =
  | { readonly is: 'number' | 'boolean' | 'json' }
  | { readonly is: 'text'; readonly pattern?: RegExp };

interface Schema {
  readonly $ref?: string;
  readonly type?: unknown;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [keyword: string]: unknown;
}

interface Placed {
  readonly schema: Schema;
  readonly file: string;
}

/** What the schema of one data type says of each of its fields, also of those within others: `counterparty.name`. */
export class ColumnKinds {
  private readonly files = new Map<string, Schema>();
  private readonly kinds = new Map<string, ColumnKind>();
  private readonly folder: string;
  private readonly top: string;

  /** @param schema as the catalogue of data types names it */
  constructor(schema: string, folder = consentArtefactsFolder()) {
    this.folder = join(folder, dirname(schema));
    this.top = schema.slice(schema.lastIndexOf('/') + 1);
  }

  /** A field the schema does not know is text: whoever checks the record refuses it. */
  kindOf(path: string): ColumnKind {
    const known = this.kinds.get(path) ?? this.find(path.split('.'));
    this.kinds.set(path, known);
    return known;
  }

  private find(steps: readonly string[]): ColumnKind {
    let at: Placed = this.follow({ schema: this.read(this.top), file: this.top });
    for (const step of steps) {
      const { properties } = at.schema;
      const inner = properties !== undefined && Object.hasOwn(properties, step) ? properties[step] : undefined;
      if (inner === undefined) return { is: 'text' };
      at = this.follow({ schema: inner, file: at.file });
    }
    const { type, pattern } = at.schema;
    if (type === 'number' || type === 'integer') return { is: 'number' };
    if (type === 'object' || type === 'array') return { is: 'json' };
    if (type === 'boolean') return { is: 'boolean' };
    return { is: 'text', ...(pattern === undefined ? {} : { pattern: new RegExp(pattern, 'u') }) };
  }

  private follow({ schema, file }: Placed): Placed {
    if (schema.$ref === undefined) return { schema, file };
    const [named = '', pointer = ''] = schema.$ref.split('#');
    const target = named === '' ? file : named;
    const steps = pointer.split('/').slice(1);
    const found = steps.reduce<unknown>((at, step) => (at as Schema | undefined)?.[step], this.read(target));
    if (found === undefined) throw new Error(`${file} refers to nothing: ${schema.$ref}`);
    return this.follow({ schema: found as Schema, file: target });
  }

  private read(file: string): Schema {
    const known = this.files.get(file) ?? (JSON.parse(readFileSync(join(this.folder, file), 'utf8')) as Schema);
    this.files.set(file, known);
    return known;
  }
}
