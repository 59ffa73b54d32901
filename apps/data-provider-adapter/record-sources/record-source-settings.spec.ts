import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRecordSource } from '../described-sources/open-record-source.ts';
import { FhirNdjsonSource } from './fhir-ndjson-source.ts';
import { FhirRestSource } from './fhir-rest-source.ts';
import { recordSourceSettings } from './record-source-settings.ts';

const now = () => '2026-11-21T00:00:00.000Z';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-settings-'));
  await writeFile(join(folder, 'contacts.json'), '{"c-1":{"email":"ana@mail.example","tel":"+12025550123"}}');
  await writeFile(join(folder, 'wrong.json'), '{"c-1":{"mail":"ana@mail.example"}}');
});
afterAll(() => rm(folder, { recursive: true }));
const create = (settings: object) => openRecordSource(recordSourceSettings.parse(settings), now);

describe('the settings of the record source', () => {
  it('choose a folder of FHIR', async () => {
    expect(await create({ RECORD_SOURCE: 'fhir-ndjson', FHIR_FOLDER: folder })).toBeInstanceOf(FhirNdjsonSource);
  });

  it('choose a FHIR server', async () => {
    const source = await create({ RECORD_SOURCE: 'fhir-rest', FHIR_URL: 'https://ehr.hospital.example/r4' });
    expect(source).toBeInstanceOf(FhirRestSource);
    await source.close();
  });

  it('choose generated statements for the holders of a file', async () => {
    const CONTACTS_FILE = join(folder, 'contacts.json');
    const source = await create({ RECORD_SOURCE: 'generated-statements', STATEMENTS_SEED: 'demo', CONTACTS_FILE });
    const accounts = await source.findAccounts([{ kind: 'tel', value: '+1 202 555 0123' }]);
    expect(accounts.map((account) => account.accountKey)).toEqual(['c-1/CURRENT', 'c-1/SAVINGS']);
  });

  it('say where a contacts file stops being JSON, and quote nothing of it', async () => {
    const CONTACTS_FILE = join(folder, 'broken.json');
    await writeFile(CONTACTS_FILE, '{\n  "c-1": {"email": ana@mail.example}\n}');
    const settings = { RECORD_SOURCE: 'generated-statements', STATEMENTS_SEED: 'demo', CONTACTS_FILE };
    const error: unknown = await create(settings).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: 'contacts file is not JSON: line 2, column 20' });
    expect(error).not.toHaveProperty('cause');
    expect(`${error}`).not.toContain('ana');
  });

  it.each([
    ['an unknown source', { RECORD_SOURCE: 'excel' }, ['RECORD_SOURCE']],
    ['a folder that is not named', { RECORD_SOURCE: 'fhir-ndjson' }, ['FHIR_FOLDER']],
    [
      'statements without seed and holders',
      { RECORD_SOURCE: 'generated-statements' },
      ['STATEMENTS_SEED', 'CONTACTS_FILE'],
    ],
    ['sources that are not described anywhere', { RECORD_SOURCE: 'described' }, ['RECORD_SOURCES_FILE']],
    ['an address of another kind', { RECORD_SOURCE: 'fhir-rest', FHIR_URL: 'file:///etc' }, ['FHIR_URL']],
    ['a flag that is neither', { RECORD_SOURCE: 'fhir-ndjson', FHIR_SEARCH_BY_DATE: 'maybe' }, ['FHIR_SEARCH_BY_DATE']],
  ])('refuse %s', (_, settings, names) => {
    const issues = recordSourceSettings.safeParse(settings).error?.issues ?? [];
    expect(issues.map((issue) => issue.path[0])).toEqual(names);
  });

  it('refuse a contacts file of another form, without quoting it', async () => {
    const settings = { RECORD_SOURCE: 'fhir-ndjson', FHIR_FOLDER: folder, CONTACTS_FILE: join(folder, 'wrong.json') };
    await expect(create(settings)).rejects.toThrow(/contacts file is not/);
    await expect(create(settings)).rejects.not.toThrow(/ana/);
  });
});
