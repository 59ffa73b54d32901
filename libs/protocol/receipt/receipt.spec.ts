import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addSeconds, isRefusal } from '#domain';
import { createSampleReceipts, SampleNetwork, type SampleReceipts } from '#testing';
import { nodeCryptography } from '../signature/node-cryptography.ts';
import { webCryptography } from '../signature/web-cryptography.ts';
import { RECEIPT_BYTES, type Receipt } from './parse-receipt.ts';
import { receiptContext } from './receipt-context.ts';
import { verifyReceipt } from './verify-receipt.ts';

const now = '2026-06-15T10:00:00.000Z';
const later = '2031-06-15T10:00:00.000Z';
let network: SampleNetwork;
let receipts: SampleReceipts;
let others: SampleReceipts;

beforeAll(async () => {
  network = await SampleNetwork.create();
  receipts = await createSampleReceipts(network, now);
  others = await createSampleReceipts(network, now);
});

/** Of DPV 2 (w3c/dpv, 2.0/dpv/dpv.csv); ConsentReceipt is of a later 2.x, and of its guide for ISO/IEC TS 27560. */
const dpvTerms = [
  ...['Collect', 'ConsentExpired', 'ConsentGiven', 'ConsentNotice', 'ConsentReceipt', 'ConsentRecord'],
  ...['ConsentWithdrawn', 'DataProcessingRecord', 'DataSubject', 'ExplicitlyExpressedConsent', 'LegalEntity'],
  ...['PersonalData', 'Process', 'Purpose', 'Share', 'StorageDuration', 'Store', 'TemporalDuration'],
  ...['UntilTimeDuration', 'Use', 'WithdrawConsent', 'hasConsentControl', 'hasConsentStatus', 'hasDataController'],
  ...['hasDataSource', 'hasDataSubject', 'hasDuration', 'hasEntity', 'hasIdentifier', 'hasIndicationMethod'],
  ...['hasLegalBasis', 'hasName', 'hasNotice', 'hasPersonalData', 'hasProcess', 'hasProcessing', 'hasPurpose'],
  ...['hasRecipient', 'hasRecordOfActivity', 'hasStorageCondition', 'isExercisedAt', 'isIndicatedAtTime'],
];

const kinds = ['consent', 'release'] as const;
type Kind = (typeof kinds)[number];

const verify = (receipt: unknown, changed: object = {}) =>
  verifyReceipt(JSON.stringify(receipt), {
    ...{ now, participants: network, cryptography: nodeCryptography },
    ...changed,
  });

async function firstWrong(receipt: unknown, changed: object = {}): Promise<string> {
  const verdict = await verify(receipt, changed);
  if (isRefusal(verdict)) return verdict.code;
  return verdict.firstWrong === undefined ? 'genuine' : verdict.firstWrong.name;
}

/** Every leaf of a JSON value, as a path. */
function leavesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, part]) =>
    leavesOf(part, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

/** A copy in which one place says something else, of the same kind. */
function altered(receipt: Receipt, path: readonly (string | number)[], change: (value: unknown) => unknown): unknown {
  const copy = structuredClone(receipt) as unknown;
  let at = copy as Record<string | number, unknown>;
  for (const name of path.slice(0, -1)) at = at[name] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  at[last] = change(at[last]);
  return copy;
}

function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  const text = String(value);
  const middle = Math.floor(text.length / 2);
  const character = text.charAt(middle) === 'b' ? 'c' : 'b';
  return text.slice(0, middle) + character + text.slice(middle + 1);
}

describe.each(kinds)('a %s receipt', (kind: Kind) => {
  it.each([
    ['node:crypto', nodeCryptography],
    ['WebCrypto', webCryptography],
  ])('is genuine, by a trust list alone, through %s', async (_name, cryptography) => {
    const verdict = await verify(receipts[kind], { cryptography });
    if (isRefusal(verdict)) throw new Error(`${verdict.code} ${verdict.detail}`);
    expect(verdict.checks.filter(({ outcome }) => outcome !== 'holds')).toEqual([]);
    expect(verdict.ok).toBe(true);
  });

  it('with any one thing in it altered is not', async () => {
    const paths = leavesOf(receipts[kind]);
    expect(paths.length).toBeGreaterThan(60);
    const taken: string[] = [];
    for (const path of paths) {
      if ((await firstWrong(altered(receipts[kind], path, another))) === 'genuine') taken.push(path.join('.'));
    }
    expect(taken).toEqual([]);
  });

  it('with anything left out, or added, is not', async () => {
    const taken: string[] = [];
    for (const path of leavesOf(receipts[kind])) {
      if ((await firstWrong(altered(receipts[kind], path, () => undefined))) === 'genuine') taken.push(path.join('.'));
    }
    expect(taken).toEqual([]);
    expect(await firstWrong({ ...receipts[kind], note: 'more' })).toBe('schema-mismatch');
  });

  it('of another consent does not lend its proofs', async () => {
    const evidence = { ...receipts[kind].evidence, trail: others[kind].evidence.trail };
    expect(await firstWrong({ ...receipts[kind], evidence })).toBe('trail-entries');
    const record = others[kind]['dpv:hasRecordOfActivity'];
    expect(await firstWrong({ ...receipts[kind], 'dpv:hasRecordOfActivity': record })).not.toBe('genuine');
    expect(await firstWrong({ ...receipts[kind], signature: others[kind].signature })).toBe('signature');
  });

  it('holds years later, once the keys have retired and the manager has left', async () => {
    const retired = network
      .withKey('manager', 'statement', { retiredAt: addSeconds(now, 86_400), validUntil: addSeconds(now, 86_400) })
      .withParticipant('provider', { status: 'withdrawn' });
    expect(await firstWrong(receipts[kind], { now: later, participants: retired })).toBe('genuine');
  });

  it('does not hold where the key had retired before, or was compromised since', async () => {
    const before = network.withKey('manager', 'statement', { retiredAt: addSeconds(now, -1) });
    expect(await firstWrong(receipts[kind], { participants: before })).toBe('artefacts');
    const stolen = network.withKey('manager', 'statement', { compromisedSince: addSeconds(now, 86_400) });
    expect(await firstWrong(receipts[kind], { participants: stolen })).toBe('genuine');
    const verdict = await verify(receipts[kind], { now: later, participants: stolen });
    expect(verdict).toMatchObject({ ok: false, firstWrong: { code: 'key-not-listed' } });
  });

  it('does not hold against a list that does not know its manager, or without a list', async () => {
    const strangers = await SampleNetwork.create();
    expect(await firstWrong(receipts[kind], { participants: strangers })).toBe('artefacts');
    expect(await verify(receipts[kind], { participants: undefined })).toMatchObject({
      firstWrong: { code: 'trust-list-unavailable' },
    });
  });

  it('says what every term in it means, without a network, in words that DPV has', () => {
    const { '@context': context, evidence, ...said } = receipts[kind];
    expect(context).toEqual(receiptContext);
    const names = [...JSON.stringify(said).matchAll(/"([^"]+)":/g)].map(([, name = '']) => name);
    const isKnown = (name: string) =>
      name.startsWith('@') || name in receiptContext || /^(dpv|dct|rdf|assent):/.test(name);
    expect(names.filter((name) => !isKnown(name))).toEqual([]);
    const terms = [...JSON.stringify(said).matchAll(/"dpv:(\w+)"/g)].map(([, term = '']) => term);
    expect(terms.filter((term) => !dpvTerms.includes(term))).toEqual([]);
    expect(terms.length).toBeGreaterThan(15);
  });
});

describe('what is wrong with a receipt is named', () => {
  const change = (kind: Kind, ...path: (string | number)[]) => firstWrong(altered(receipts[kind], path, another));

  it.each([
    ['consent', ['evidence', 'artefacts', 0, 'token'], 'artefacts'],
    ['consent', ['evidence', 'artefacts', 1, 'salt'], 'decision'],
    ['consent', ['evidence', 'decision', 'principal'], 'decision'],
    ['consent', ['evidence', 'notice', 'text'], 'decision'],
    ['consent', ['evidence', 'trail', 'checkpoint'], 'checkpoint'],
    ['consent', ['evidence', 'trail', 'entries', 0, 'entry'], 'trail-entries'],
    ['consent', ['evidence', 'trail', 'entries', 2, 'index'], 'trail-entries'],
    ['consent', ['dpv:hasRecordOfActivity', 'dpv:hasProcess', 'dpv:hasPurpose', 'dct:description'], 'description'],
    ['consent', ['dpv:hasRecordOfActivity', 'dpv:hasEntity', 1, 'dpv:hasName'], 'signature'],
    ['consent', ['signature'], 'signature'],
    ['release', ['evidence', 'artefact'], 'artefacts'],
    ['release', ['evidence', 'sent'], 'provider-statement'],
    ['release', ['evidence', 'received'], 'user-statement'],
    ['release', ['dpv:hasRecordOfActivity', 'assent:sent', 'assent:records'], 'provider-statement'],
    ['release', ['dpv:hasRecordOfActivity', 'assent:received', 'assent:records'], 'user-statement'],
    ['release', ['dpv:hasRecordOfActivity', 'assent:eraseBy'], 'schema-mismatch'],
  ] as const)('%s %j: %s', async (kind, path, name) => {
    expect(await change(kind, ...path)).toBe(name);
  });

  it('before any of it is looked into where it is no receipt', async () => {
    const text = JSON.stringify(receipts.consent);
    const context = { now, participants: network, cryptography: nodeCryptography };
    const codeOf = async (raw: string) => ((await verifyReceipt(raw, context)) as { code?: string }).code;
    expect(await codeOf(`{"@type":"dpv:ConsentReceipt",${text.slice(1)}`)).toBe('not-strict-json');
    expect(await codeOf(' '.repeat(RECEIPT_BYTES + 1))).toBe('body-too-large');
    expect(await codeOf('[]')).toBe('schema-mismatch');
    expect(await codeOf('')).toBe('not-strict-json');
  });
});

describe('a receipt that lacks something', () => {
  it('has to say so itself: nobody can take it out', async () => {
    const { trail, notice, ...rest } = receipts.consent.evidence;
    for (const evidence of [
      { ...rest, trail },
      { ...rest, notice },
      { ...rest, missing: ['notice', 'trail'] },
    ])
      expect(await firstWrong({ ...receipts.consent, evidence })).not.toBe('genuine');
  });
});

describe('verifying a receipt', () => {
  it('runs in a browser, too: nothing it imports is of Node', () => {
    const seen = new Map<string, string[]>();
    const look = (file: string): void => {
      if (seen.has(file)) return;
      const source = readFileSync(file, 'utf8');
      const named = [...source.matchAll(/^(?:import|export)[^;]*? from '([^']+)';/gms)].map(([, name = '']) => name);
      seen.set(
        file,
        named.filter((name) => name.startsWith('node:')),
      );
      for (const name of named) if (name.startsWith('.')) look(join(dirname(file), name));
    };
    look(join(import.meta.dirname, 'verify-receipt.ts'));
    expect(seen.size).toBeGreaterThan(30);
    expect([...seen].filter(([, named]) => named.length > 0)).toEqual([]);
  });
});
