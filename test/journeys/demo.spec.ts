import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestFolder } from '#testing';
import { runCommand, runJson, startCommand } from '../support/run-command.ts';

let home: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  const folder = await createTestFolder();
  home = folder.path;
  remove = () => folder.remove();
});
afterAll(() => remove());

const story = [
  ...['sign-in', 'link-bank', 'link-hospital', 'clinic-asks', 'clinic-approved', 'clinic-reads'],
  ...['ask', 'narrow', 'tell', 'fetch', 'read', 'hold', 'revoke', 'refused-by-manager', 'refused-by-bank'],
  ...['erase', 'receipt'],
];

/** Someone else listens where the demo did. */
async function occupy(port: number): Promise<() => void> {
  const server = createServer().listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return () => server.close();
}

it('plays its whole story once and leaves nothing behind', { timeout: 120_000 }, async () => {
  const { code, answer } = await runJson(home, ['demo', '--once']);
  expect(Object.keys(answer).sort()).toEqual(['ok', 'seconds', 'steps']);
  expect(answer).toMatchObject({ ok: true, seconds: expect.any(Number) });
  expect(answer['steps'].map(({ name }: { name: string }) => name)).toEqual(story);
  for (const step of answer['steps']) {
    const refused = step.name.startsWith('refused-by');
    expect(step).toEqual({
      name: step.name,
      from: expect.any(String),
      to: expect.any(String),
      ok: true,
      code: refused ? 'consent-revoked' : 'ok',
    });
  }
  expect(code).toBe(0);
  expect(readdirSync(home)).toEqual([]);
});

it('keeps what was there when it is killed, and tells the registry of a port that moved', {
  timeout: 180_000,
}, async () => {
  const first = await startCommand(home, ['demo']);
  expect(first.answer['steps']).toHaveLength(story.length);
  const signedIn = await runJson(home, ['sign-in']);
  expect(signedIn.answer).toMatchObject({ ok: true, principal: 'asha@saathi.example' });
  const before = (await runJson(home, ['consents'])).answer['consents'];
  expect(before.map(({ state }: { state: string }) => state).sort()).toEqual(['ACTIVE', 'REVOKED']);

  const twice = await runJson(home, ['demo']);
  expect(twice).toMatchObject({ code: 1, answer: { ok: false, code: 'in-use' } });
  expect(twice.stderr).toContain('the demo is running already');

  const { ports } = JSON.parse(await readFile(join(home, 'demo', 'network.json'), 'utf8'));
  await first.end('SIGKILL');
  const release = await occupy(ports.bank);
  try {
    const second = await startCommand(home, ['demo']);
    expect(second.answer).toMatchObject({ ok: true, steps: [] });
    expect((await runJson(home, ['consents'])).answer['consents']).toEqual(before);
    const asked = await runJson(home, ['ask']);
    expect(asked.answer).toMatchObject({ ok: true, request: { state: 'PENDING' } });
    expect((await runJson(home, ['approve'])).answer).toMatchObject({ ok: true, consent: { state: 'ACTIVE' } });
    expect((await runJson(home, ['fetch'])).answer).toMatchObject({ ok: true, request: { state: 'COMPLETED' } });
    expect((await second.end('SIGINT')).code).toBe(0);
  } finally {
    release();
  }
  expect(existsSync(join(home, 'demo', 'running.pid'))).toBe(false);
  expect((await runCommand(home, ['consents'])).stderr).toContain('nobody answers at http://127.0.0.1:');
});
