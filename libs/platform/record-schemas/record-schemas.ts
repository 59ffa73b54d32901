import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import type { DataType, DataTypeCatalogue } from '#domain';
import { consentArtefactsFolder } from '../catalogues/package-root.ts';
import { type FieldKind, fieldKindsOf } from './field-kinds.ts';
import { recordMoment } from './record-date.ts';
import { textLengthKeywords } from './text-length.ts';

/** Where in a record something is wrong, and which rule it breaks. Never what stands there. */
export interface RecordProblem {
  /** JSON Pointer (RFC 6901) into the record. */
  readonly path: string;
  /** The keyword of JSON Schema that was broken, or `date-unreadable`, or `data-type-unknown`. */
  readonly keyword: string;
}

interface Known {
  readonly dataType: DataType;
  readonly schema: AnySchemaObject;
}

const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));

/**
 * The catalogue of data types with a validator for each; load it once. A schema is compiled when a record of its type
 * first comes: all of them would take most of a second at every start.
 */
export class RecordSchemas {
  private readonly wholes = new Map<string, ValidateFunction>();
  private readonly excerpts = new Map<string, ValidateFunction>();

  private compiler: Ajv2020 | undefined;

  private constructor(
    readonly catalogue: DataTypeCatalogue,
    private readonly known: ReadonlyMap<string, Known>,
    private readonly files: ReadonlyMap<string, AnySchemaObject>,
  ) {}

  static load(folder: string = consentArtefactsFolder()): RecordSchemas {
    const { dataTypes } = read(folder, 'codes', 'data-types.json') as { dataTypes: DataType[] };
    const schemas = join(folder, 'schema', 'records');
    const files = new Map(readdirSync(schemas).map((file) => [file, read(schemas, file) as AnySchemaObject]));
    const known = dataTypes.map((dataType): [string, Known] => [
      dataType.type,
      { dataType, schema: read(folder, dataType.schema) as AnySchemaObject },
    ]);
    return new RecordSchemas(new Map(dataTypes.map((type) => [type.type, type])), new Map(known), files);
  }

  /** @returns nothing where the record fits the schema of its type and its date can be read */
  checkRecord(type: string, record: unknown): RecordProblem[] | undefined {
    return this.check(type, record, this.wholes, ({ schema }) => this.ajv.getSchema(schema.$id ?? ''));
  }

  /**
   * The same for a record of which only some fields were asked: those that are there must fit, and what the schema
   * says of fields together (which must be there, which exclude one another) cannot be asked.
   */
  checkExcerpt(type: string, record: unknown): RecordProblem[] | undefined {
    return this.check(type, record, this.excerpts, ({ schema }) => this.ajv.compile(excerptOf(schema)));
  }

  /** Top-level field -> what can stand there. @throws where the type is not of the catalogue */
  fieldKinds(type: string): ReadonlyMap<string, FieldKind> {
    const found = this.known.get(type);
    if (found === undefined) throw new Error(`no schema for data type ${type}`);
    return fieldKindsOf(found.schema, this.files);
  }

  /** As it stands in the contract. @throws where the type is not of the catalogue */
  schemaOf(type: string): AnySchemaObject {
    const found = this.known.get(type);
    if (found === undefined) throw new Error(`no schema for data type ${type}`);
    return found.schema;
  }

  /** Made with the first record: holding the schemas against their own schema takes a tenth of a second. */
  private get ajv(): Ajv2020 {
    this.compiler ??= createCompiler(this.files);
    return this.compiler;
  }

  private check(
    type: string,
    record: unknown,
    validators: Map<string, ValidateFunction>,
    compile: (known: Known) => ValidateFunction | undefined,
  ): RecordProblem[] | undefined {
    const found = this.known.get(type);
    const validator = validators.get(type) ?? (found && compile(found));
    if (found === undefined || validator === undefined) return [{ path: '', keyword: 'data-type-unknown' }];
    validators.set(type, validator);
    if (!validator(record)) {
      return (validator.errors ?? []).map(({ instancePath, keyword }) => ({ path: instancePath, keyword }));
    }
    return recordMoment(record, found.dataType) === 'unreadable'
      ? [{ path: '', keyword: 'date-unreadable' }]
      : undefined;
  }
}

function createCompiler(files: ReadonlyMap<string, AnySchemaObject>): Ajv2020 {
  // stops at the first broken rule: a hostile record costs no more than a good one
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: false });
  ajvFormats.default(ajv);
  for (const definition of textLengthKeywords) ajv.removeKeyword(definition.keyword).addKeyword(definition);
  for (const schema of files.values()) ajv.addSchema(schema);
  return ajv;
}

/** In the same folder, so that what it refers to is found. */
function excerptOf({ $id = '', $defs = {}, properties }: AnySchemaObject): AnySchemaObject {
  return { $id: `${$id}.excerpt`, $defs, type: 'object', properties, additionalProperties: false };
}
