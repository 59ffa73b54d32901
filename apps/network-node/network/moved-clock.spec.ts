import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestFolder } from '#testing';
import { MovedClocks } from './moved-clocks.ts';

const hour = 3_600_000;
let clocks: MovedClocks;
let remove: () => Promise<void>;
beforeEach(async () => {
  const folder = await createTestFolder();
  clocks = new MovedClocks(join(folder.path));
  remove = () => folder.remove();
});
afterEach(() => remove());

describe('a moved clock', () => {
  it('is read at the start, and again at a signal', async () => {
    clocks.begin('bank', 60);
    const says =
      'console.log(Date.now());process.on("SIGUSR2",()=>console.log(new Date().getTime()));setInterval(()=>{},9)';
    const child = spawn(process.execPath, ['-e', says], { env: clocks.settingsFor('bank') });
    const next = async () => Number(`${await once(child.stdout, 'data')}`) - Date.now();
    expect(Math.round((await next()) / hour)).toBe(1);
    const moved = next();
    clocks.move('bank', child.pid ?? 0, 180);
    expect([clocks.offsetOf('bank') / hour, clocks.heardOffsetOf('bank') / hour]).toEqual([3, 1]);
    expect(Math.round((await moved) / hour)).toBe(3);
    child.kill('SIGKILL');
    await once(child, 'exit');
  });

  it('is refused in production: the process does not start', () => {
    clocks.begin('bank', 60);
    const env = { ...clocks.settingsFor('bank'), NODE_ENV: 'production' };
    const { status, stderr, stdout } = spawnSync(process.execPath, ['-p', '1'], { env, encoding: 'utf8' });
    expect([status === 0, stdout]).toEqual([false, '']);
    expect(stderr).toContain('in production nobody moves the clock');
  });

  it('lies where the settings of its process say', () => {
    writeFileSync(clocks.fileOf('lender'), '0');
    expect(clocks.settingsFor('lender')).toEqual({
      NODE_OPTIONS: expect.stringMatching(/^--import=file:.*moved-clock\.mjs$/),
      MOVED_CLOCK_FILE: clocks.fileOf('lender'),
    });
  });
});
