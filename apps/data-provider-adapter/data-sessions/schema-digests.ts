import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { consentArtefactsFolder, type RecordSchemas } from '#platform';
import { digestOfCanonical } from '#protocol';

/** Data type -> SHA-256 of its JSON Schema in canonical form (RFC 8785): what a manifest says records were held against. */
export class SchemaDigests {
  private constructor(private readonly digests: ReadonlyMap<string, string>) {}

  static of({ catalogue }: RecordSchemas, folder: string = consentArtefactsFolder()): SchemaDigests {
    const digests = [...catalogue.values()].map(({ type, schema }): [string, string] => {
      const parsed: object = JSON.parse(readFileSync(join(folder, schema), 'utf8'));
      return [type, digestOfCanonical(parsed)];
    });
    return new SchemaDigests(new Map(digests));
  }

  get(dataType: string): string {
    const digest = this.digests.get(dataType);
    if (digest === undefined) throw new Error(`data type ${dataType} has no schema`);
    return digest;
  }
}
