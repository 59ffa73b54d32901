import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isInstant } from '#domain';
import { createTestFolder } from '#testing';
import type { ColumnKind } from '../../../apps/data-provider-adapter/described-sources/column-kinds.ts';
import { fitValue } from '../../../apps/data-provider-adapter/described-sources/fit-value.ts';
import { restDescription } from '../../../apps/data-provider-adapter/described-sources/rest-description.ts';
import { RestSource } from '../../../apps/data-provider-adapter/described-sources/rest-source.ts';
import { RowRecords } from '../../../apps/data-provider-adapter/described-sources/row-record.ts';
import { exactNumber } from '../../../apps/data-provider-adapter/record-sources/exact-number.ts';
import {
  fhirDataTypes,
  isFhirResource,
  patientContacts,
  patientOf,
} from '../../../apps/data-provider-adapter/record-sources/fhir-data-types.ts';
import { FhirNdjsonSource } from '../../../apps/data-provider-adapter/record-sources/fhir-ndjson-source.ts';
import { FhirRestSource } from '../../../apps/data-provider-adapter/record-sources/fhir-rest-source.ts';
import { linesOf } from '../../../apps/data-provider-adapter/record-sources/ndjson-lines.ts';
import type { RecordSource } from '../../../apps/data-provider-adapter/record-sources/record-source.ts';
import { RecordSourceUnavailable } from '../../../apps/data-provider-adapter/record-sources/record-source-unavailable.ts';
import { inChunks, nearBytes, nearJson, valueOr } from './near-texts.ts';
import { HarmDone, type Tally } from './tally.ts';

const always = { from: '1900-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
const ana = 'ana-0001';
const email = { kind: 'email', value: 'ana@mail.example' } as const;
const tel = { kind: 'tel', value: '+12025550123' } as const;
const patient = {
  ...{ resourceType: 'Patient', id: ana, active: true },
  telecom: [
    { system: 'email', value: 'Ana@mail.example' },
    { system: 'phone', value: '(202) 555-0123', use: 'home' },
  ],
};
const condition = {
  ...{ resourceType: 'Condition', id: 'c1', subject: { reference: `Patient/${ana}` }, code: { text: 'Grippe – Ⅳ' } },
  onsetDateTime: '2020-10-01T10:00:00Z',
};
const bundle = (resource: object) => ({
  ...{ resourceType: 'Bundle', type: 'searchset', link: [{ relation: 'next', url: '?page=2' }] },
  entry: [
    { resource, search: { mode: 'match' } },
    { resource: patient, search: { mode: 'include' } },
  ],
});
const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-found' }] };

/** What an institution's own systems hold and answer. */
export async function tryRecordSources(tally: Tally, share: number): Promise<void> {
  await tryFitValue(tally, share * 0.35);
  await tryNdjson(tally, share * 0.25);
  await tryContacts(tally, share * 0.1);
  await tryServers(tally, share * 0.3);
}

const digits = fc.stringMatching(/^[-+]?[0-9]{0,25}(\.[0-9]{0,25})?([eE][-+]?[0-9]{1,5})?$/);
const moments = fc
  .tuple(
    fc.stringMatching(/^[0-9]{4}-[0-1][0-9]-[0-3][0-9]$/),
    fc.constantFrom(' ', 'T', '  '),
    fc.stringMatching(/^[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\.[0-9]{1,10})?$/),
    fc.constantFrom('', 'Z', ' Z', '+00', '-0530', '+99:99', '+05:30', 'utc'),
  )
  .map((parts) => parts.join(''));
const trapNames = Object.getOwnPropertyNames(Object.prototype);
const trapTexts = [...trapNames, ...['T', 'TRUE', 'f', '0', '1', 'null', '', ' ', `1${'0'.repeat(200_000)}1`]];
const cells = fc.oneof(
  ...[digits, moments, fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...trapTexts)],
  nearBytes([{ name: 'Shop', of: [1.25, null, true] }]).map((bytes) => bytes.toString()),
);
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;
const kinds: readonly ColumnKind[] = [
  ...(['number', 'boolean', 'json', 'text'] as const).map((is) => ({ is })),
  { is: 'text', pattern: instant },
];

async function tryFitValue(tally: Tally, share: number): Promise<void> {
  const drawn = fc.tuple(cells, fc.constantFrom(...kinds), fc.constantFrom(undefined, 'UTC' as const));
  const judgeCell = ([text, kind, timesWithoutZoneAre]: readonly [string, ColumnKind, ('UTC' | undefined)?]) => {
    const value = fitValue(text, kind, { timesWithoutZoneAre });
    if (value !== text && !isFitting(value, text, kind)) throw new HarmDone('accepted', `${kind.is}: ${String(value)}`);
  };
  await tally.hold('a cell fits, or stays the text it is', drawn, share / 2, judgeCell);
  for (const text of trapTexts)
    for (const kind of kinds) await tally.try(`${text.slice(0, 40)} as ${kind.is}`, () => judgeCell([text, kind]));
  const columns = fc.constantFrom('amount', 'bookedAt', 'counterparty', 'counterparty.name', 'x', ...trapNames);
  const name = fc.oneof(
    columns,
    fc.array(columns, { minLength: 2, maxLength: 3 }).map((steps) => steps.join('.')),
  );
  const rows = fc.dictionary(name, fc.option(cells), { maxKeys: 6 });
  const schema = 'schema/records/bank.transaction.schema.json';
  const forms = [{}, { jsonColumn: 'x' }, { nested: new Set(['counterparty']) }].map(
    (more) => new RowRecords({ schema, accountColumn: 'account', ...more }),
  );
  await tally.hold('any row becomes something', fc.tuple(rows, fc.constantFrom(...forms)), share / 2, ([row, form]) => {
    form.toRecord(row);
    const polluted = Object.keys(Object.prototype);
    if (polluted.length > 0) throw new HarmDone('accepted', `every object has ${polluted}`);
  });
}

function isFitting(value: unknown, text: string, kind: ColumnKind): boolean {
  switch (kind.is) {
    case 'number':
      return typeof value === 'number' && value === Number(text) && exactNumber(String(value)) === value;
    case 'boolean':
      return value === /^(true|t|1)$/i.test(text) && /^(true|t|1|false|f|0)$/i.test(text);
    case 'json':
      return isDeepStrictEqual(withoutFigures(value), withoutFigures(JSON.parse(text)));
    case 'text':
      return typeof value === 'string' && isInstant(value) && kind.pattern?.test(value) === true;
  }
}

/** A figure may have stayed a text. */
function withoutFigures(json: unknown): unknown {
  const text = JSON.stringify(json, (_name, value) => (typeof value === 'number' ? '0' : value));
  return JSON.parse(text.replace(/"[-+.eE\d]+"/g, '"0"'));
}

async function tryNdjson(tally: Tally, share: number): Promise<void> {
  const content = fc
    .array(fc.oneof(nearBytes([condition, patient]), fc.constantFrom(Buffer.from(''), Buffer.from(' \t\r'))), {
      maxLength: 6,
    })
    .map((lines) => Buffer.concat(lines.flatMap((line) => [line, Buffer.of(0x0a)]).slice(0, -1)));
  const cut = fc.tuple(content, fc.array(fc.nat(), { maxLength: 12 }));
  await tally.hold(
    'lines of a file are the same in whatever chunks it comes',
    cut,
    share * 0.9,
    async ([bytes, cuts]) => {
      const found: Array<[number, string]> = [];
      for await (const { offset, bytes: line } of linesOf(streamOf(inChunks(bytes, cuts)), unexpected))
        found.push([offset, line.toString('latin1')]);
      let offset = 0;
      const expected = bytes
        .toString('latin1')
        .split('\n')
        .map((line): [number, string] => {
          const at = offset;
          offset += line.length + 1;
          return [at, line];
        })
        .filter(([, line]) => !/^[ \t\r]*$/.test(line));
      if (!isDeepStrictEqual(found, expected)) throw new HarmDone('accepted', 'other lines');
    },
  );

  const folder = await createTestFolder();
  await tally.hold('a folder of NDJSON gives each person her own', content, share * 0.1, async (bytes) => {
    for (const name of ['Patient', 'Condition']) await writeFile(join(folder.path, `${name}.ndjson`), bytes);
    const source = await FhirNdjsonSource.open({ folder: folder.path, countryCallingCode: '1' });
    await readAll(source);
  });
  await folder.remove();
}

/** Of one who is in the file, whatever stands in it of how she is reached. */
async function tryContacts(tally: Tally, share: number): Promise<void> {
  await tally.hold('contacts are addresses and numbers alone', nearJson([patient]), share, (near) => {
    // As it comes out of a file.
    const value: unknown = JSON.parse(JSON.stringify(near));
    if (!isFhirResource(value)) return;
    for (const { kind, value: contact } of patientContacts(value))
      if (!['email', 'tel'].includes(kind) || typeof contact !== 'string') throw new HarmDone('accepted', 'no contact');
  });
}

async function* streamOf(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

const unexpected = () => {
  throw new HarmDone('accepted', 'a line is too long that is none');
};

/** Asks a source for her accounts and for all of hers: what comes is hers, or it says why it gives nothing. */
async function readAll(source: RecordSource): Promise<void> {
  await valueOr(RecordSourceUnavailable, async () => {
    for (const { contact, label } of await source.findAccounts([email, tel])) {
      const isAsked = [email, tel].some(({ kind, value }) => contact.kind === kind && isSame(contact.value, value));
      if (!isAsked || typeof label !== 'string') throw new HarmDone('accepted', 'found by another contact');
    }
  });
  for (const dataType of source.dataTypes) {
    const read = await valueOr(RecordSourceUnavailable, async () => {
      const type = fhirDataTypes.find((one) => one.dataType === dataType);
      for await (const record of source.readRecords({ accountKey: ana, dataType, ...always })) {
        if (type !== undefined && patientOf(record as never, type) !== ana)
          throw new HarmDone('accepted', 'of another');
      }
    });
    if ('error' in read && /ana@|Grippe|555/.test(read.error.message))
      throw new HarmDone('accepted', 'a person is quoted');
  }
}

const isSame = (written: string, asked: string) => written.trim().toLowerCase() === asked;

/** Real servers that answer whatever is drawn to the first call of each kind, and know nothing of a second page. */
async function tryServers(tally: Tally, share: number): Promise<void> {
  let answer: { status: number; body: Buffer };
  const server = createServer((request, response) => {
    const isSecond = /page|after/.test(request.url ?? '');
    response.writeHead(isSecond ? 404 : answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fhir = new FhirRestSource({
    ...{ baseUrl, timeoutMs: 5000, answerLimitBytes: 100_000, pageSize: 10, searchByDate: false },
    countryCallingCode: '1',
  });
  const service = await RestSource.open(
    restDescription.parse({
      ...{ kind: 'rest', baseUrl, pageLimit: 5, answerLimitBytes: 100_000 },
      accounts: { path: '/holders', email: 'mail', tel: 'tel', items: 'data', account: 'no', emailAt: 'contact.email' },
      dataTypes: Object.fromEntries(
        [{ by: 'link', at: 'next' } as const, { by: 'cursor', parameter: 'after', at: 'next' } as const].map(
          (paging, n) => [`bank.of-${n}`, { schema: 'x', path: '/of/{key}', items: 'data', owner: 'no', paging }],
        ),
      ),
    }),
  );
  const page = { data: [{ no: ana, contact: { email: email.value }, booking: { amount: 1.25 } }], next: '/of?page=2' };
  const statuses = fc.constantFrom(200, 200, 200, 200, 400, 401, 404, 500);
  const answers = (samples: readonly unknown[]) => fc.record({ status: statuses, body: nearBytes(samples) });
  const tries = [
    ['a FHIR server', answers([bundle(condition), bundle(patient), patient, outcome]), fhir],
    ['a service', answers([page, { ...page, next: 7 }]), service],
  ] as const;
  for (const [what, drawn, source] of tries) {
    await tally.hold(`whatever ${what} answers, nothing of another comes`, drawn, share / 20, async (given) => {
      answer = given;
      await readAll(source);
    });
  }
  await Promise.all([fhir.close(), service.close()]);
  server.closeAllConnections();
  server.close();
}
