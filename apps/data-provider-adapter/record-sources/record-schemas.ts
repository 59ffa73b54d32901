import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import type { DataType, DataTypeCatalogue } from '#domain';
import { consentArtefactsFolder } from '#platform';
import { recordDate } from './record-date.ts';

/** Where in a record something is wrong, and which rule it breaks. Never what stands there. */
export interface RecordProblem {
  /** JSON Pointer (RFC 6901) into the record. */
  readonly path: string;
  /** The keyword of JSON Schema that was broken, or `date-unreadable`, or `data-type-unknown`. */
  readonly keyword: string;
}

const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));

/**
 * The catalogue of data types with a validator for each; load it once. A schema is compiled when a record of its type
 * first comes: all of them would take most of a second at every start.
 */
export class RecordSchemas {
  private constructor(
    readonly catalogue: DataTypeCatalogue,
    private readonly validators: ReadonlyMap<string, () => ValidateFunction>,
  ) {}

  static load(folder: string = consentArtefactsFolder()): RecordSchemas {
    const { dataTypes } = read(folder, 'codes', 'data-types.json') as { dataTypes: DataType[] };
    // stops at the first broken rule: a hostile record costs no more than a good one
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: false });
    ajvFormats.default(ajv);
    const schemas = join(folder, 'schema', 'records');
    const byFile = new Map(readdirSync(schemas).map((file) => [file, read(schemas, file) as AnySchemaObject]));
    for (const schema of byFile.values()) ajv.addSchema(schema);
    const validators = dataTypes.map((dataType): [string, () => ValidateFunction] => {
      const { $id = '' } = read(folder, dataType.schema) as AnySchemaObject;
      const compile = () => {
        const validator = ajv.getSchema($id);
        if (validator === undefined) throw new Error(`no schema for data type ${dataType.type}`);
        return validator;
      };
      return [dataType.type, compile];
    });
    return new RecordSchemas(new Map(dataTypes.map((type) => [type.type, type])), new Map(validators));
  }

  /** @returns nothing where the record fits the schema of its type and its date can be read */
  checkRecord(type: string, record: unknown): RecordProblem[] | undefined {
    const dataType = this.catalogue.get(type);
    const validator = this.validators.get(type)?.();
    if (dataType === undefined || validator === undefined) return [{ path: '', keyword: 'data-type-unknown' }];
    if (!validator(record)) {
      return (validator.errors ?? []).map(({ instancePath, keyword }) => ({ path: instancePath, keyword }));
    }
    return recordDate(record, dataType) === 'unreadable' ? [{ path: '', keyword: 'date-unreadable' }] : undefined;
  }
}
