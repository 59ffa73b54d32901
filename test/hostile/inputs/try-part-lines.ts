import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isRefusal } from '#domain';
import { RecordSchemas } from '#platform';
import { isReadStrictly } from '../../../apps/data-provider-adapter/data-sessions/strict-line.ts';
import {
  type RecordJudge,
  readKeptLine,
  splitLines,
  takeRecords,
} from '../../../apps/data-user-gateway/received-records/read-part-lines.ts';
import { alter, alterations, jsonValues } from './json-texts.ts';
import { nearBytes } from './near-texts.ts';
import { HarmDone, type Tally } from './tally.ts';

const accounts = ['0198c5a0-1111-7000-8000-000000000001', '0198c5a0-1111-7000-8000-000000000002'];
const asked = [{ type: 'bank.transaction' }, { type: 'bank.account-summary', fields: ['amount', 'a', ''] }];

const records = fc.oneof(
  fc.dictionary(fc.string({ unit: 'binary', maxLength: 8 }), jsonValues, { maxKeys: 5 }),
  fc.dictionary(fc.constantFrom('amount', 'a', '', 'refused', 'toString'), jsonValues),
);
const lines = fc.array(
  fc.record({
    account: fc.constantFrom(...accounts),
    dataType: fc.constantFrom(...asked.map(({ type }) => type)),
    record: records,
  }),
  { maxLength: 12 },
);
const fitsNever: RecordJudge = (_type, record) =>
  'refused' in record ? { path: '/refused', keyword: 'not' } : undefined;

/** What a provider sealed, as a data user opens it. */
export async function tryPartLines(tally: Tally, share: number): Promise<void> {
  const each = share / 5;
  await tally.hold('lines are what stands between newlines', fc.uint8Array({ maxLength: 300 }), each, (drawn) => {
    // Few bytes and many newlines, else there is hardly a line.
    const plaintext = drawn.map((byte) => (byte % 3 === 0 ? 0x0a : byte));
    const split = [...splitLines(plaintext)].map((line) => Buffer.from(line).toString('latin1'));
    const whole = Buffer.from(plaintext).toString('latin1').split('\n');
    if (whole.at(-1) === '') whole.pop();
    if (!isDeepStrictEqual(split, whole)) throw new HarmDone('accepted', 'other lines');
  });

  await tally.hold('what was written is what is read', fc.tuple(lines, fc.boolean()), each, ([written, hasEnd]) => {
    const texts = written.map((line) => JSON.stringify(line));
    // A provider writes no line that is not strict, and of each type only the fields that were asked.
    const isGood = (text: string, n: number) => isReadStrictly(text) && isAsked(written[n]);
    const good = written.filter((_, n) => isGood(texts[n] ?? '', n));
    const part = Buffer.from(texts.filter(isGood).join('\n') + (hasEnd && good.length > 0 ? '\n' : ''));
    const taken = takeRecords(part, asked, good.length, fitsNever);
    if (isRefusal(taken)) throw new HarmDone('refusedGood', taken.detail);
    const fitting = good.filter(({ record }) => !('refused' in record));
    const kept = [...splitLines(taken.kept)].map(readKeptLine);
    if (!isDeepStrictEqual(kept, JSON.parse(JSON.stringify(fitting))))
      throw new HarmDone('accepted', 'read as something else');
    const sum = (of: 'records' | 'misfits') => taken.counts.reduce((total, count) => total + (count[of] ?? 0), 0);
    if (sum('records') !== fitting.length || sum('misfits') !== good.length - fitting.length)
      throw new HarmDone('accepted', 'counted wrong');
  });

  const alteredParts = fc.tuple(lines, alterations, fc.nat(12));
  await tally.hold(
    'an altered part is refused or holds lines in form',
    alteredParts,
    each,
    ([written, changes, said]) =>
      judge(Buffer.from(alter(written.map((line) => `${JSON.stringify(line)}\n`).join(''), changes)), said),
  );
  const sample = { account: accounts[0], dataType: 'bank.account-summary', record: { amount: 1.5, a: [{ b: null }] } };
  // After a good line of the same account and type, for then a line is looked at less.
  const first = `${JSON.stringify(sample)}\n`;
  await tally.hold('a line changed in one place is refused or in form', nearBytes([sample]), each, (line) => {
    judge(line, 1);
    judge(Buffer.concat([Buffer.from(first), line]), 2);
  });

  const schemas = RecordSchemas.load();
  const types = [...schemas.catalogue.keys()];
  const checked = fc.tuple(fc.constantFrom(...types), fc.oneof(records, jsonValues), fc.boolean());
  await tally.hold('any record is held against its schema', checked, each, ([type, record, isExcerpt]) => {
    const problems = isExcerpt ? schemas.checkExcerpt(type, record) : schemas.checkRecord(type, record);
    if (problems === undefined || problems.length === 0) {
      if (typeof record !== 'object' || record === null) throw new HarmDone('accepted', type);
    }
  });
}

const isAsked = (line: { dataType: string; record: object } | undefined) =>
  line !== undefined &&
  Object.keys(line.record).every(
    (name) => asked.find(({ type }) => type === line.dataType)?.fields?.includes(name) !== false,
  );

function judge(part: Uint8Array, said: number): void {
  const taken = takeRecords(part, asked, said, () => undefined);
  if (isRefusal(taken)) {
    if (taken.code !== 'part-tampered') throw new HarmDone('accepted', `refused as ${taken.code}`);
    return;
  }
  const kept = [...splitLines(taken.kept)].map(readKeptLine);
  if (kept.length !== said) throw new HarmDone('accepted', 'more or fewer than were signed');
  for (const line of kept) {
    const isInForm = Object.keys(line).length === 3 && /^[0-9a-f-]{36}$/.test(line.account) && isAsked(line);
    if (!isInForm || Array.isArray(line.record)) throw new HarmDone('accepted', 'out of form');
  }
}
