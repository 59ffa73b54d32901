import { createReadStream, existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { packageRoot, RecordSchemas } from '#platform';

const folder = process.env['REAL_DATA'] ?? join(packageRoot(), '..', 'shared', 'real-data');

it.skipIf(!existsSync(folder))(
  'every FHIR R4 record of REAL_DATA (../shared/real-data) fits its schema',
  { timeout: 60_000 },
  async () => {
    const schemas = RecordSchemas.load();
    const problems: string[] = [];
    let records = 0;
    for (const file of globSync(join(folder, '**/*.ndjson'))) {
      const type = `fhir-r4.${basename(file, '.ndjson')
        .replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`)
        .toLowerCase()}`;
      for await (const line of createInterface({ input: createReadStream(file) })) {
        records += 1;
        const found = schemas.checkRecord(type, JSON.parse(line));
        if (found !== undefined) problems.push(`${file}: ${JSON.stringify(found)}`);
      }
    }
    expect(problems).toEqual([]);
    expect(records).toBeGreaterThan(0);
  },
);
