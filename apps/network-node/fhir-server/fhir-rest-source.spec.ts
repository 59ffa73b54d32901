import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FhirRestSource } from '../../data-provider-adapter/record-sources/fhir-rest-source.ts';
import { recordSourceContract } from '../../data-provider-adapter/record-sources/record-source.contract.ts';
import { startFhirServer } from './fhir-server.ts';
import { FhirStore } from './fhir-store.ts';

const options = { timeoutMs: 5000, answerLimitBytes: 1_000_000, pageSize: 2, searchByDate: false };
const always = { from: '1900-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };

function hospital(): FhirStore {
  const store = new FhirStore();
  const people = {
    ana: { system: 'email', value: 'Ana+1@mail.example' },
    ben: { system: 'phone', value: '202-555-0123' },
  };
  for (const [id, point] of Object.entries(people)) {
    store.add({ resourceType: 'Patient', id, telecom: [point] });
    for (let year = 2016; year < 2025; year += 1) {
      store.add({
        resourceType: 'Immunization',
        id: `${id}-${year}`,
        status: 'completed',
        vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '140' }] },
        patient: { reference: `Patient/${id}` },
        occurrenceDateTime: `${year}-10-0${(year % 9) + 1}T09:00:00+02:00`,
      });
    }
  }
  return store;
}

for (const searchByDate of [false, true]) {
  recordSourceContract(`FhirRestSource${searchByDate ? ', searching by date' : ''}`, async () => {
    const server = await startFhirServer({ store: hospital() });
    return {
      source: new FhirRestSource({ ...options, searchByDate, baseUrl: server.url }),
      known: { kind: 'email', value: 'ana+1@mail.example' },
      dataType: 'fhir-r4.immunization',
      stop: () => server.stop(),
    };
  });
}

it('finds a national number where the country is known', async () => {
  const server = await startFhirServer({ store: hospital() });
  const source = new FhirRestSource({ ...options, baseUrl: server.url, countryCallingCode: '1' });
  const accounts = await source.findAccounts([{ kind: 'tel', value: '+12025550123' }]);
  expect(accounts).toMatchObject([{ accountKey: 'ben', contact: { kind: 'tel', value: '+12025550123' } }]);
  await source.close();
  await server.stop();
});

it('finds people by contacts from beside the server, in place of those in it', async () => {
  const server = await startFhirServer({ store: hospital() });
  const contacts = new Map([['ben', [{ kind: 'email' as const, value: 'Ben@mail.example' }]]]);
  const source = new FhirRestSource({ ...options, baseUrl: server.url, contacts });
  const find = async (value: string) =>
    (await source.findAccounts([{ kind: 'email', value }])).map((a) => a.accountKey);
  expect(await find('ben@mail.example')).toEqual(['ben']);
  expect(await find('ana+1@mail.example')).toEqual([]);
  await source.close();
  await server.stop();
});

it('reads the token from its file again for every call', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assent-token-'));
  const tokenFile = join(folder, 'token');
  const server = await startFhirServer({ store: hospital(), bearerToken: 'today' });
  const source = new FhirRestSource({ ...options, baseUrl: server.url, tokenFile });
  const read = async () => {
    let count = 0;
    for await (const _ of source.readRecords({ accountKey: 'ana', dataType: 'fhir-r4.immunization', ...always }))
      count += 1;
    return count;
  };
  await expect(read()).rejects.toMatchObject({ reason: 'not-authorised', detail: 'the token file cannot be read' });
  await writeFile(tokenFile, 'yesterday\n');
  await expect(read()).rejects.toMatchObject({ reason: 'not-authorised', detail: 'HTTP 401 login' });
  await writeFile(tokenFile, 'today\n');
  expect(await read()).toBe(9);
  await source.close();
  await server.stop();
  await rm(folder, { recursive: true });
});
