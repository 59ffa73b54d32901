import fc from 'fast-check';

type Schema = Readonly<Record<string, unknown>>;

export interface SchemaValueOptions {
  /** Also values that the schema must refuse: a wrong kind, something missing, something more. */
  readonly spoil?: boolean;
  /** Where `$ref` leads: `#/components/schemas/x` and the like. */
  readonly root?: Schema;
}

const wrong = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    '',
    [],
    {},
    '\u0000',
    '../..',
    "'",
    '💥',
    'constructor',
    '9999-12-31T23:59:59.999Z',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Values of a JSON Schema, as far as the schemas of this project go. */
export function schemaValues(schema: Schema, options: SchemaValueOptions = {}): fc.Arbitrary<unknown> {
  const root = options.root ?? schema;
  const value = valuesOf(schema, { ...options, root });
  return options.spoil ? fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: wrong }) : value;
}

function valuesOf(schema: Schema, options: SchemaValueOptions & { root: Schema }): fc.Arbitrary<unknown> {
  const { $ref, anyOf, oneOf, allOf, enum: values, type } = schema as Record<string, never>;
  if ($ref !== undefined) return schemaValues(lookUp(options.root, $ref), options);
  if ('const' in schema) return fc.constant(schema['const']);
  if (values !== undefined) return fc.constantFrom(...(values as unknown[]));
  const branches = (anyOf ?? oneOf) as Schema[] | undefined;
  if (branches !== undefined) return fc.oneof(...branches.map((branch) => schemaValues(branch, options)));
  if (allOf !== undefined)
    return schemaValues(Object.assign({}, schema, { allOf: undefined }, ...(allOf as Schema[])), options);
  switch (Array.isArray(type) ? (type as string[])[0] : type) {
    case 'string':
      return texts(schema);
    case 'integer':
      return fc.integer(bounds(schema));
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return lists(schema, options);
    case 'object':
      return objects(schema, options);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function lookUp(root: Schema, ref: string): Schema {
  const path = ref.replace(/^#\/?/, '').split('/').filter(Boolean);
  return path.reduce<unknown>((at, name) => (at as Schema)[name], root) as Schema;
}

function bounds(schema: Schema) {
  const within = (name: string, otherwise: number) => {
    const bound = schema[name];
    return typeof bound === 'number' ? Math.max(-2_000_000_000, Math.min(2_000_000_000, bound)) : otherwise;
  };
  const min = within('minimum', -5);
  return { min, max: Math.max(min, within('maximum', min + 1000)) };
}

const instants = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const edges = fc.constantFrom(
  '0001-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '2026-02-30T00:00:00.000Z',
  '0000-01-01T00:00:00.000Z',
);

function texts(schema: Schema): fc.Arbitrary<string> {
  const {
    pattern,
    format,
    minLength = 0,
    maxLength,
  } = schema as { pattern?: string; format?: string; minLength?: number; maxLength?: number };
  if (pattern?.startsWith('^\\d{4}-'))
    return fc.oneof({ weight: 4, arbitrary: instants }, { weight: 1, arbitrary: edges });
  if (format === 'uri') return fc.webUrl();
  if (pattern === undefined) return fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength ?? 40, 60) });
  try {
    return fc
      .stringMatching(new RegExp(pattern, 'u'))
      .filter((text) => maxLength === undefined || text.length <= maxLength);
  } catch {
    return fc.string({ minLength, maxLength: Math.min(maxLength ?? 40, 60) });
  }
}

function lists(schema: Schema, options: SchemaValueOptions & { root: Schema }): fc.Arbitrary<unknown> {
  const {
    items,
    prefixItems,
    minItems = 0,
    maxItems,
  } = schema as { items?: Schema; prefixItems?: Schema[]; minItems?: number; maxItems?: number };
  if (prefixItems !== undefined) return fc.tuple(...prefixItems.map((item) => schemaValues(item, options)));
  const most = Math.max(minItems, Math.min(maxItems ?? 3, 3));
  return fc.array(schemaValues(items ?? {}, options), {
    minLength: minItems,
    maxLength: most + (options.spoil ? 1 : 0),
  });
}

function objects(schema: Schema, options: SchemaValueOptions & { root: Schema }): fc.Arbitrary<unknown> {
  const {
    properties = {},
    required = [],
    additionalProperties,
    propertyNames,
  } = schema as {
    properties?: Record<string, Schema>;
    required?: string[];
    additionalProperties?: Schema | boolean;
    propertyNames?: Schema;
  };
  const members = Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, schemaValues(of, options)]));
  const whole = fc.record(members, { requiredKeys: options.spoil ? required.slice(0, -1) : required });
  if (typeof additionalProperties !== 'object') {
    if (!options.spoil) return whole;
    return fc.oneof(
      { weight: 6, arbitrary: fc.record(members, { requiredKeys: required }) },
      { weight: 1, arbitrary: whole },
      {
        weight: 1,
        arbitrary: fc
          .tuple(whole, fc.string({ maxLength: 10 }), wrong)
          .map(([object, name, value]) => ({ ...object, [name]: value })),
      },
    );
  }
  const names =
    propertyNames === undefined
      ? fc.string({ maxLength: 10 })
      : (valuesOf(propertyNames, options) as fc.Arbitrary<string>);
  return fc
    .array(fc.tuple(names, schemaValues(additionalProperties, options)), { maxLength: 3 })
    .map((more) => Object.fromEntries(more));
}
