import type { AnySchemaObject } from 'ajv/dist/2020.js';

/** What can stand in a field; `nested` is all that is no single value of one type. */
export type FieldKind = 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'nested';

type Files = ReadonlyMap<string, AnySchemaObject>;

/** Top-level field -> kind, by its JSON Schema; references within the file and into others of the folder are followed. */
export function fieldKindsOf(schema: AnySchemaObject, files: Files): ReadonlyMap<string, FieldKind> {
  const properties = (schema['properties'] ?? {}) as Record<string, AnySchemaObject>;
  return new Map(Object.entries(properties).map(([name, field]) => [name, kindOf(resolve(field, schema, files))]));
}

function resolve(field: AnySchemaObject, within: AnySchemaObject, files: Files): AnySchemaObject {
  const reference: unknown = field['$ref'];
  if (typeof reference !== 'string') return field;
  const [file = '', pointer = ''] = reference.split('#');
  const target = file === '' ? within : files.get(file);
  const steps = pointer.split('/').filter((step) => step !== '');
  const found = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], target);
  if (target === undefined || found === undefined) throw new Error(`a record schema refers to nothing: ${reference}`);
  return resolve(found as AnySchemaObject, target, files);
}

function kindOf(field: AnySchemaObject): FieldKind {
  const values: unknown[] = field['enum'] ?? ('const' in field ? [field['const']] : []);
  if (values.length > 0) return values.every((value) => typeof value === 'string') ? 'text' : 'nested';
  switch (field['type']) {
    case 'string':
      return field['format'] === 'date' ? 'date' : 'text';
    case 'number':
    case 'integer':
    case 'boolean':
      return field['type'];
    default:
      return 'nested';
  }
}
