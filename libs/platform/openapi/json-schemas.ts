import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** Collects schemas of one document: those with an id are written once and referred to. */
export class JsonSchemas {
  readonly components: Record<string, JsonSchema> = {};

  /** @param io what comes in may leave out what has a default; what goes out has it */
  describe(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const { $schema, $id, id, $defs, ...own } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema;
    const names = new Map<string, string>();
    const definitions = Object.entries(($defs ?? {}) as Record<string, JsonSchema>);
    for (const [name, definition] of definitions) names.set(name, this.nameFor(name, strip(definition)));
    const lifted = (part: JsonSchema) => rewriteReferences(strip(part), names);
    for (const [name, definition] of definitions) this.components[names.get(name) ?? name] = lifted(definition);
    if (typeof id !== 'string') return lifted(own);
    return this.add(id, lifted(own));
  }

  /** @returns a reference to the schema under this name */
  add(name: string, schema: JsonSchema): JsonSchema {
    const free = this.nameFor(name, schema);
    this.components[free] = schema;
    return { $ref: `#/components/schemas/${free}` };
  }

  /** A schema that is read and written may differ; the second one met then gets a number. */
  private nameFor(name: string, schema: JsonSchema): string {
    const plain = name.replace(/[^\w.-]+/g, '-');
    for (let n = 1; ; n++) {
      const candidate = n === 1 ? plain : `${plain}-${n}`;
      const taken = this.components[candidate];
      if (taken === undefined || JSON.stringify(taken) === JSON.stringify(schema)) return candidate;
    }
  }
}

function strip({ $schema, $id, id, ...rest }: JsonSchema): JsonSchema {
  return typeof id === 'string' ? rest : { ...rest, ...(id !== undefined && { id }) };
}

function rewriteReferences<T>(part: T, names: Map<string, string>): T {
  if (Array.isArray(part)) return part.map((item) => rewriteReferences(item, names)) as T;
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) => {
    const name = key === '$ref' && typeof value === 'string' ? names.get(value.replace('#/$defs/', '')) : undefined;
    return [key, name === undefined ? rewriteReferences(value, names) : `#/components/schemas/${name}`];
  });
  return Object.fromEntries(entries) as T;
}
