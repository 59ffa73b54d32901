import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '#platform';
import { createTestDatabase, createTestFolder } from '#testing';
import { firstPortOfRun } from '../../apps/network-node/network/free-ports.ts';
import { workedScenarios } from '../../apps/network-node/sandbox/scenarios/worked-scenarios.ts';
import { type Answer, type RunningCommand, runCommand, runJson, startCommand } from '../support/run-command.ts';

let home: string;
let remove: () => Promise<void>;
let running: RunningCommand;
let port: number;

beforeAll(async () => {
  const folder = await createTestFolder();
  home = folder.path;
  remove = () => folder.remove();
  port = await firstPortOfRun();
  running = await startCommand(home, ['sandbox', 'start', '--port', `${port}`]);
}, 120_000);
afterAll(async () => {
  await running?.end('SIGTERM');
  await remove();
});

const sandbox = async (...args: string[]) => (await runJson(home, ['sandbox', ...args])).answer;
const inside = () => join(home, 'sandbox');
const assent = async (...args: string[]) => (await runJson(inside(), args)).answer;
const isAlive = (pid: number) => existsSync(`/proc/${pid}`);

describe('a sandbox', { timeout: 120_000 }, () => {
  it('is refused in production, whatever is asked of it', async () => {
    const production = { NODE_ENV: 'production' };
    for (const act of [['start'], ['deaf', 'bank'], ['clock', '+1d'], ['play', 'lost-answers'], ['stop']]) {
      const { code, answer } = await runJson(home, ['sandbox', ...act], production);
      expect([code, answer['code']]).toEqual([1, 'not-allowed']);
    }
  });

  it('runs once in its folder', async () => {
    expect(await sandbox('start', '--port', `${port}`)).toMatchObject({ ok: false, code: 'in-use' });
  });

  it.each([
    [['deaf', 'https://bank.example'], 'not-allowed'],
    [['slow', '127.0.0.1:5432', '--by', '1s'], 'not-allowed'],
    [['deaf', 'nobody'], 'not-found'],
    [['join', 'mine', '--at', 'https://bank.example'], 'not-allowed'],
    [['join', 'bank', '--at', 'http://127.0.0.1:7402'], 'in-use'],
    [['clock', '-3d'], 'usage'],
    [['wrong', 'bank', '--how', 'politely'], 'usage'],
    [['lose-answers', 'bank', '--share', '2'], 'usage'],
    [['play', 'nothing'], 'not-found'],
  ])('refuses %j', async (args, code) => {
    expect(await sandbox(...args)).toMatchObject({ ok: false, code });
  });

  it('takes no word without the token of its folder', async () => {
    const { control } = JSON.parse(readFileSync(join(inside(), 'sandbox.json'), 'utf8'));
    for (const authorization of ['Bearer wrong', `Bearer ${control.token}x`, '']) {
      const answer = await fetch(`http://127.0.0.1:${control.port}/stop`, {
        method: 'POST',
        headers: { authorization },
      });
      expect(answer.status).toBe(401);
    }
  });

  it.each(workedScenarios.map(({ name }) => name))('plays %s', async (name) => {
    const { code, answer } = await runJson(home, ['sandbox', 'play', name]);
    expect(answer['steps'].filter((step: Answer) => !step['ok'])).toEqual([]);
    expect(answer).toMatchObject({
      ok: true,
      scenario: name,
      invariants: { 'no-release-after-refusal': 'held', 'one-use-per-request': 'held' },
    });
    expect(code).toBe(0);
  });

  it('plays a seed again as it was', async () => {
    const [first, second] = [await sandbox('play', '--seed', '4'), await sandbox('play', '--seed', '4')];
    expect(first['steps'].filter((step: Answer) => !step['ok'])).toEqual([]);
    expect(first).toMatchObject({ ok: true, seed: 4 });
    expect({ ...second, seconds: 0 }).toEqual({ ...first, seconds: 0 });
  });

  it('goes on when a list would have ended: eight days later all have a new one', async () => {
    const before = Date.parse((await sandbox('clock'))['now']);
    const moved = await sandbox('clock', '+8d');
    expect(moved).toMatchObject({ ok: true, withoutList: [] });
    expect(Math.round((Date.parse(moved['now']) - before) / 86_400_000)).toBe(8);
    expect(await assent('sign-in')).toMatchObject({ ok: true });
    expect(await assent('link', 'bank')).toMatchObject({ ok: true });
  });

  it('moves one clock alone, and all together again', async () => {
    expect(await sandbox('clock', '+2h', '--only', 'lender')).toMatchObject({ ok: true });
    const ahead = async () => {
      const { members } = await sandbox('show');
      return new Set(members.map(({ aheadMs }: Answer) => aheadMs)).size;
    };
    expect(await ahead()).toBe(2);
    expect(await assent('ask')).toMatchObject({ ok: false });
    expect(await sandbox('clock', '+0s')).toMatchObject({ ok: true, withoutList: [] });
    expect(await ahead()).toBe(1);
  });
});

describe('a role of somebody else', { timeout: 120_000 }, () => {
  it('joins, and is dealt with like any other', async () => {
    const [database, folder] = await Promise.all([createTestDatabase(), createTestFolder()]);
    const own = port + 40;
    const start = (more: Record<string, string>) =>
      startCommand(folder.path, ['start'], {
        ...(running.answer['join'] as Record<string, string>),
        ROLES: 'data-user-gateway',
        PARTICIPANT_ID: 'https://mine.example',
        PARTICIPANT_NAME: 'Mine',
        PORT: `${own}`,
        DATABASE_URL: database.url,
        KEYS_FOLDER: join(folder.path, 'keys'),
        API_KEY_FILE: join(folder.path, 'api-key'),
        TRUST_LIST_REFRESH_SECONDS: '1',
        LOG_FILE: join(folder.path, 'log'),
        ...more,
      });
    let mine = await start({});
    try {
      const joining = ['join', 'mine', '--at', `http://127.0.0.1:${own}`];
      const { joined } = await sandbox(...joining);
      expect(joined).toMatchObject({ id: 'https://mine.example', isBehindWire: false });
      expect(await sandbox('clock', '+1h', '--only', 'mine')).toMatchObject({ ok: false, code: 'not-allowed' });
      await mine.end('SIGTERM');
      mine = await start({ PUBLIC_URL: joined.wire });
      expect((await sandbox(...joining))['joined']).toMatchObject({ isBehindWire: true, wire: joined.wire });

      const gateway = ['--gateway', joined.wire, '--api-key-file', join(folder.path, 'api-key')];
      await sandbox('wrong', 'bank', '--path', '/data-sessions', '--times', '1');
      expect(await assent('ask', ...gateway)).toMatchObject({ ok: true });
      expect(await assent('approve')).toMatchObject({ ok: true });
      expect(await assent('fetch', ...gateway)).toMatchObject({ ok: true, request: { state: 'COMPLETED' } });
      // It was the one that the fault came over.
      expect((await sandbox('show'))['faults']).toEqual([]);
      const asked = await sandbox('calls', 'bank', '--path', '/data-sessions');
      expect(asked['calls'].at(-1)).toMatchObject({ caller: 'mine' });
      const { calls } = await sandbox('calls', 'mine', '--path', '/events');
      expect(calls.at(0)).toMatchObject({ caller: 'saathi', status: 202 });
    } finally {
      await mine.end('SIGTERM');
      await database.drop();
      await folder.remove();
    }
  });
});

describe('docs/sandbox.md', () => {
  const page = readFileSync(join(packageRoot(), 'docs', 'sandbox.md'), 'utf8');

  it.each(workedScenarios)('tells $name as it is played, command by command', ({ name, steps }) => {
    const [, block = ''] = new RegExp(`^### ${name}\\b[^]*?\`\`\`sh\\n([^]*?)\`\`\``, 'm').exec(page) ?? [];
    const commands = block.split('\n').flatMap((line) => /^assent (.*?)( +#.*)?$/.exec(line)?.[1] ?? []);
    expect(commands).toEqual(steps.map(({ command }) => command.join(' ')));
  });
});

describe('when it is stopped', { timeout: 60_000 }, () => {
  it('nothing of it is left', async () => {
    const { pid, members } = await sandbox('show');
    const postmaster = readFileSync(join(inside(), 'demo', 'postgres', 'data', 'postmaster.pid'), 'utf8');
    const pids = [pid, ...members.flatMap((member: Answer) => member['pid'] ?? []), Number(postmaster.split('\n')[0])];
    expect(pids.length).toBe(8);
    expect(pids.every(isAlive)).toBe(true);
    expect(await sandbox('stop')).toEqual({ ok: true });
    expect(pids.filter(isAlive)).toEqual([]);
    expect(existsSync(inside())).toBe(false);
    expect((await runCommand(home, ['sandbox', 'show'])).stderr).toContain('no sandbox runs here');
  });
});
