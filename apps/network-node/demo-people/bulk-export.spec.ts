import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readContactsFile } from '../../data-provider-adapter/record-sources/contacts-file.ts';
import { FhirNdjsonSource } from '../../data-provider-adapter/record-sources/fhir-ndjson-source.ts';
import { FhirRestSource } from '../../data-provider-adapter/record-sources/fhir-rest-source.ts';
import { collect, recordSourceContract } from '../../data-provider-adapter/record-sources/record-source.contract.ts';
import { startFhirServer } from '../fhir-server/fhir-server.ts';
import { FhirStore } from '../fhir-server/fhir-store.ts';
import { writeBulkExport, writeContacts } from './bulk-export.ts';
import { generateHealthRecords } from './health-records.ts';
import { generatePeople } from './people.ts';

const story = { seed: 'demo', asOf: '2026-11-21T00:00:00.000Z' };
const people = generatePeople('demo', 12);
const always = { from: '1900-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
let folder: string;
beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'assent-export-')), 'records');
  await writeBulkExport(folder, people, story);
});
afterAll(() => rm(join(folder, '..'), { recursive: true }));

recordSourceContract('FhirNdjsonSource over generated people', async () => ({
  source: await FhirNdjsonSource.open({ folder }),
  known: { kind: 'email', value: people[3]?.email ?? '' },
  dataType: 'fhir-r4.observation',
}));

it('is whole and readable by its owner alone', async () => {
  const names = await readdir(folder);
  expect(names).toHaveLength(8);
  for (const name of names) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
});

it('gives back every record of every person, from the folder and through a FHIR server', async () => {
  const server = await startFhirServer({ store: await FhirStore.read(folder), bearerToken: 't', largestPage: 20 });
  const rest = {
    baseUrl: server.url,
    timeoutMs: 5000,
    answerLimitBytes: 1_000_000,
    pageSize: 200,
    searchByDate: false,
  };
  const tokenFile = join(folder, '..', 'token');
  await writeFile(tokenFile, 't');
  for (const source of [await FhirNdjsonSource.open({ folder }), new FhirRestSource({ ...rest, tokenFile })]) {
    for (const person of people) {
      const [account] = await source.findAccounts([{ kind: 'tel', value: person.tel ?? '' }]);
      const read: unknown[] = [];
      for (const dataType of source.dataTypes) {
        read.push(
          ...(await collect(source.readRecords({ accountKey: account?.accountKey ?? '', dataType, ...always }))),
        );
      }
      const byText = (records: readonly unknown[]) => records.map((record) => JSON.stringify(record)).sort();
      expect(byText(read)).toEqual(byText(generateHealthRecords(person, story.seed, story.asOf)));
    }
    await source.close();
  }
  await server.stop();
});

it('writes contacts that a source can read', async () => {
  const path = join(folder, '..', 'contacts.json');
  await writeContacts(path, people);
  const contacts = await readContactsFile(path);
  expect(contacts.get(people[0]?.id ?? '')?.map((contact) => contact.value)).toEqual([
    people[0]?.email,
    people[0]?.tel,
  ]);
});
