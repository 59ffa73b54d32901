import { appendFile, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FhirNdjsonSource } from './fhir-ndjson-source.ts';
import { collect, recordSourceContract } from './record-source.contract.ts';

const always = { from: '1900-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
const ana = {
  resourceType: 'Patient',
  id: 'ana-0001',
  telecom: [
    { system: 'email', value: 'Ana@mail.example' },
    { system: 'phone', value: '(202) 555-0123' },
    { system: 'email', value: 'old@mail.example', use: 'old' },
  ],
};
const ben = { resourceType: 'Patient', id: 'ben-0002' };
const immunization = (id: string, patient: string, year = 2020) => ({
  resourceType: 'Immunization',
  id,
  status: 'completed',
  vaccineCode: { text: 'Grippe – Ⅳ' },
  patient: { reference: `Patient/${patient}` },
  occurrenceDateTime: `${year}-10-01T10:00:00Z`,
});
const ndjson = (...records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');

async function exportFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assent-ndjson-'));
  await writeFile(join(folder, 'Patient.ndjson'), ndjson(ana, ben));
  const split = [
    immunization('i1', 'ana-0001', 2018),
    immunization('i2', 'ben-0002'),
    immunization('i3', 'ana-0001', 2019),
  ];
  await writeFile(join(folder, 'Immunization.000.ndjson'), ndjson(...split));
  await writeFile(join(folder, 'Immunization.001.ndjson'), ndjson(immunization('i4', 'ana-0001', 2021)).trimEnd());
  return folder;
}

recordSourceContract('FhirNdjsonSource', async () => {
  const folder = await exportFolder();
  return {
    source: await FhirNdjsonSource.open({ folder }),
    known: { kind: 'email', value: 'ana@mail.example' },
    dataType: 'fhir-r4.immunization',
    stop: () => rm(folder, { recursive: true }),
  };
});

describe('a folder of bulk-export NDJSON', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await exportFolder();
  });
  afterEach(() => rm(folder, { recursive: true }));
  const read = (source: FhirNdjsonSource, accountKey: string, dataType = 'fhir-r4.immunization') =>
    collect(source.readRecords({ accountKey, dataType, ...always }));

  it('is read whatever a person is said to be reached by', async () => {
    const telecom = [{ system: { toString: 1 }, value: 'x' }, { system: 'constructor', value: '1' }, ...ana.telecom];
    await writeFile(join(folder, 'Patient.ndjson'), ndjson({ ...ana, telecom }));
    const source = await FhirNdjsonSource.open({ folder, countryCallingCode: '1' });
    expect(await source.findAccounts([{ kind: 'email', value: 'ana@mail.example' }])).toHaveLength(1);
    expect(await source.findAccounts([{ kind: 'tel', value: '+11' }])).toEqual([]);
  });

  it('gives nothing of a line that is not UTF-8: read as if it were, it would say something else', async () => {
    const latin1 = ndjson({ ...immunization('i2', 'ana-0001'), vaccineCode: { text: 'für Müller' } });
    const bytes = [Buffer.from(ndjson(immunization('i1', 'ana-0001'))), Buffer.from(latin1, 'latin1')];
    await writeFile(join(folder, 'Immunization.000.ndjson'), Buffer.concat(bytes));
    const source = await FhirNdjsonSource.open({ folder });
    expect(await read(source, 'ana-0001')).toEqual([
      immunization('i1', 'ana-0001'),
      immunization('i4', 'ana-0001', 2021),
    ]);
    expect(source.index.skipped).toMatchObject([{ lines: 1 }]);
  });

  it('gives a figure that no number can carry to its last digit as text', async () => {
    const line = ndjson({ ...immunization('i1', 'ana-0001'), doseQuantity: { value: 0.25 } });
    await writeFile(join(folder, 'Immunization.000.ndjson'), line.replace('0.25', '12345678901234567.89'));
    const [record] = await read(await FhirNdjsonSource.open({ folder }), 'ana-0001');
    expect(record).toMatchObject({ doseQuantity: { value: '12345678901234567.89' } });
  });

  it('is read across split files, verbatim', async () => {
    const source = await FhirNdjsonSource.open({ folder });
    expect(await read(source, 'ana-0001')).toEqual([
      immunization('i1', 'ana-0001', 2018),
      immunization('i3', 'ana-0001', 2019),
      immunization('i4', 'ana-0001', 2021),
    ]);
    expect(await read(source, 'ana-0001', 'fhir-r4.patient')).toEqual([ana]);
    expect(source.dataTypes).toEqual(['fhir-r4.immunization', 'fhir-r4.patient']);
  });

  it('finds a national number where the country is known', async () => {
    const identifiers = [{ kind: 'tel', value: '+12025550123' }] as const;
    expect(await (await FhirNdjsonSource.open({ folder })).findAccounts(identifiers)).toEqual([]);
    const source = await FhirNdjsonSource.open({ folder, countryCallingCode: '1' });
    expect(await source.findAccounts(identifiers)).toMatchObject([{ accountKey: 'ana-0001', contact: identifiers[0] }]);
  });

  it('finds no one by an old contact', async () => {
    const source = await FhirNdjsonSource.open({ folder });
    expect(await source.findAccounts([{ kind: 'email', value: 'old@mail.example' }])).toEqual([]);
  });

  it('takes contacts from beside the export, in place of those in it', async () => {
    const source = await FhirNdjsonSource.open({
      folder,
      contacts: new Map([
        ['ana-0001', [{ kind: 'email', value: 'new@mail.example' }]],
        ['ben-0002', [{ kind: 'tel', value: '+12025550199' }]],
        ['not-in-the-export', [{ kind: 'tel', value: '+12025550111' }]],
      ]),
    });
    const keys = async (kind: 'email' | 'tel', value: string) =>
      (await source.findAccounts([{ kind, value }])).map((account) => account.accountKey);
    expect(await keys('email', 'new@mail.example')).toEqual(['ana-0001']);
    expect(await keys('email', 'ana@mail.example')).toEqual([]);
    expect(await keys('tel', '+12025550199')).toEqual(['ben-0002']);
    expect(await keys('tel', '+12025550111')).toEqual([]);
  });

  it('passes over lines that are no record of anyone, and counts them', async () => {
    const path = join(folder, 'Immunization.001.ndjson');
    const stray = { ...immunization('i6', 'x'), patient: { display: 'Ana' } };
    await writeFile(path, `\r\n{"half":\n${ndjson(stray, ben)}${ndjson(immunization('i7', 'ana-0001'))}\n`);
    const source = await FhirNdjsonSource.open({ folder });
    expect((await read(source, 'ana-0001')).at(-1)).toEqual(immunization('i7', 'ana-0001'));
    expect(source.index.skipped).toEqual([{ path, lines: 3 }]);
  });

  it('stands otherwise once a file of hers was exported anew', async () => {
    const stateOf = async (key: string) =>
      (await FhirNdjsonSource.open({ folder })).stateOf(key, 'fhir-r4.immunization');
    const before = await stateOf('ana-0001');
    expect(await stateOf('ana-0001')).toBe(before);
    const path = join(folder, 'Immunization.000.ndjson');
    const { atime, mtime } = await stat(path);
    await utimes(path, atime, new Date(mtime.getTime() + 1000));
    const after = await stateOf('ana-0001');
    expect(after).not.toBe(before);
    const strayed = join(folder, 'Immunization.002.ndjson');
    await writeFile(strayed, ndjson(immunization('i9', 'ben-0002')));
    expect(await stateOf('ana-0001')).toBe(after);
    await rm(strayed);
  });

  it('is not read on once it changed', async () => {
    const source = await FhirNdjsonSource.open({ folder });
    await appendFile(join(folder, 'Immunization.000.ndjson'), ndjson(immunization('i8', 'ben-0002')));
    await expect(read(source, 'ana-0001')).rejects.toMatchObject({ reason: 'source-changed' });
  });

  it('is never someone else’s, even where a file was written over with its size and time kept', async () => {
    const path = join(folder, 'Immunization.000.ndjson');
    const { atime, mtime } = await stat(path);
    await utimes(path, atime, mtime);
    const source = await FhirNdjsonSource.open({ folder });
    const split = [immunization('i1', 'ben-0002'), immunization('i2', 'ben-0002'), immunization('i3', 'ana-0001')];
    await writeFile(path, ndjson(...split));
    await utimes(path, atime, mtime);
    await expect(read(source, 'ana-0001')).rejects.toMatchObject({ reason: 'source-changed' });
  });

  it('is unreachable once it is gone', async () => {
    const source = await FhirNdjsonSource.open({ folder });
    await rm(join(folder, 'Immunization.000.ndjson'));
    await expect(read(source, 'ana-0001')).rejects.toMatchObject({ reason: 'unreachable' });
  });

  it('is read in the same order when it is longer than one read', async () => {
    const many = Array.from({ length: 3000 }, (_, n) => immunization(`i${n}`, 'ben-0002'));
    await writeFile(join(folder, 'Immunization.000.ndjson'), ndjson(...many));
    const source = await FhirNdjsonSource.open({ folder });
    expect(await read(source, 'ben-0002')).toEqual(many);
  });

  it('keeps the byte positions of lines longer than one read', async () => {
    const long = { ...immunization('long', 'ben-0002'), note: [{ text: 'ü'.repeat(700_000) }] };
    await writeFile(join(folder, 'Immunization.000.ndjson'), ndjson(long, immunization('after', 'ben-0002')));
    const source = await FhirNdjsonSource.open({ folder });
    expect(await read(source, 'ben-0002')).toEqual([long, immunization('after', 'ben-0002')]);
  });
});
