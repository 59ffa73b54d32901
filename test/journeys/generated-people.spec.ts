import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestFolder } from '#testing';
import { runJson } from '../support/run-command.ts';

let home: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  const folder = await createTestFolder();
  home = folder.path;
  remove = () => folder.remove();
});
afterAll(() => remove());

it('every record of generated people arrives as it is at the source', { timeout: 120_000 }, async () => {
  const { code, answer } = await runJson(home, ['journey', '--people', '4']);
  expect(answer).toMatchObject({ ok: true, people: 4, mismatches: 0, seconds: expect.any(Number) });
  expect(answer['records']).toBeGreaterThan(100);
  expect(answer['receivedDigest']).toBe(answer['sourceDigest']);
  expect(code).toBe(0);
  expect(readdirSync(home)).toEqual([]);
});

it.each([
  [['--data', '/no/such/folder'], 'not-found', 'there is no folder /no/such/folder'],
  [['--data', join(import.meta.dirname, '..', 'tables')], 'not-found', 'holds no people'],
  [['--people', 'none'], 'usage', '--people none: a whole number is needed'],
])('%j is refused in one sentence', { timeout: 60_000 }, async (args, code, sentence) => {
  const ran = await runJson(home, ['journey', ...args]);
  expect(ran).toMatchObject({ code: 1, answer: { ok: false, code } });
  expect(ran.stderr).toContain(sentence);
});
