import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestFolder } from '#testing';
import { portOfLocal } from './join-sandbox.ts';
import { SandboxClient } from './sandbox-client.ts';
import { refuseInProduction, SandboxPlace } from './sandbox-place.ts';

let home: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  const folder = await createTestFolder();
  home = folder.path;
  remove = () => folder.remove();
});
afterEach(() => remove());

const notAllowed = expect.objectContaining({ code: 'not-allowed' });

describe('a sandbox', () => {
  it('is refused in production', () => {
    expect(() => refuseInProduction({ NODE_ENV: 'production' })).toThrow(notAllowed);
    expect(() => refuseInProduction({ NODE_ENV: 'test' })).not.toThrow();
  });

  it('lies in a folder that it marks as its own, for its owner alone', () => {
    const place = new SandboxPlace(home);
    place.checkOwn();
    place.begin();
    place.announce({ id: 'i', port: 1, token: 't' });
    expect(statSync(join(home, 'sandbox', 'sandbox.json')).mode & 0o777).toBe(0o600);
    expect(new SandboxPlace(home).control()).toEqual({ id: 'i', port: 1, token: 't' });
    // Whoever works in it finds the same one.
    expect(new SandboxPlace(join(home, 'sandbox')).home).toBe(place.home);
  });

  it('touches no folder that holds something else', () => {
    mkdirSync(join(home, 'sandbox', 'demo'), { recursive: true });
    writeFileSync(join(home, 'sandbox', 'demo', 'network.json'), '{}');
    expect(() => new SandboxPlace(home).checkOwn()).toThrow(notAllowed);
  });

  it('begins anew where one that was killed has left its things', () => {
    const place = new SandboxPlace(home);
    place.begin();
    place.announce({ id: 'i', port: 1, token: 't' });
    writeFileSync(join(place.networkFolder, 'network.json'), '{}');
    writeFileSync(join(place.networkFolder, 'running.pid'), `${process.pid}`);
    place.checkOwn();
    place.begin();
    expect(readdirSync(place.networkFolder)).toEqual(['running.pid']);
    expect(() => place.control()).toThrow(expect.objectContaining({ code: 'unreachable' }));
    place.remove();
    expect(() => place.control()).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(existsSync(place.home)).toBe(false);
  });
});

describe('who steers', () => {
  it('believes nobody who answers in place of the sandbox', async () => {
    const other = createServer((_, answer) => answer.end('{"sandbox":"another","result":{"healed":1}}'));
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const place = new SandboxPlace(home);
    place.begin();
    place.announce({ id: 'mine', port: (other.address() as AddressInfo).port, token: 't' });
    await expect(new SandboxClient(place).heal()).rejects.toEqual(notAllowed);
    other.close();
    other.closeAllConnections();
    await expect(new SandboxClient(place).heal()).rejects.toEqual(expect.objectContaining({ code: 'unreachable' }));
  });

  it.each([
    'https://bank.example',
    'http://10.0.0.7:80',
    'https://127.0.0.1:7402',
    'http://127.0.0.1',
    'bank',
    'http://localhost:1/x',
  ])('has nobody join at %s', (address) => {
    expect(() => portOfLocal(address)).toThrow(notAllowed);
  });

  it('has join who listens on this machine', () => {
    expect([portOfLocal('http://127.0.0.1:7402'), portOfLocal('http://localhost:9000/')]).toEqual([7402, 9000]);
  });
});
