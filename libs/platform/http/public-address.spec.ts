import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openPool } from './open-pool.ts';
import { isPublicAddress, lookupPublic } from './public-address.ts';

describe('a public address', () => {
  test.each([
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '192.167.0.1',
    '2606:4700:4700::1111',
    '2a00:1450:4001:830::200e',
  ])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    ['this machine', '127.0.0.1'],
    ['this machine, another number of it', '127.255.255.254'],
    ['no address', '0.0.0.0'],
    ['a private network', '10.0.0.1'],
    ['a private network', '172.16.0.1'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.1.1'],
    ['a carrier network', '100.64.0.1'],
    ['a link, where clouds keep credentials', '169.254.169.254'],
    ['a benchmark', '198.18.0.1'],
    ['documentation', '203.0.113.7'],
    ['many at once', '224.0.0.1'],
    ['everyone', '255.255.255.255'],
    ['this machine', '::1'],
    ['no address', '::'],
    ['a link', 'fe80::1'],
    ['a private network', 'fc00::1'],
    ['a private network', 'fd12:3456:789a::1'],
    ['many at once', 'ff02::1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['IPv4 in IPv6, public as it may be', '::ffff:8.8.8.8'],
    ['IPv4 through NAT64', '64:ff9b::7f00:1'],
    ['IPv4 through 6to4', '2002:7f00:1::'],
    ['IPv4 through Teredo', '2001:0:7f00:1::'],
    ['documentation', '2001:db8::1'],
    ['a name', 'localhost'],
  ])('%s is none: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('outgoing connections', () => {
  const open = (url: string) => openPool(new URL(url), { local: false, connections: 1, answerTimeoutMs: 1000 });

  test.each([
    'http://bank.example',
    'https://127.0.0.1',
    'https://127.1',
    'https://0x7f000001',
    'https://2130706433',
    'https://[::1]',
    'https://[::ffff:a9fe:a9fe]',
    'https://10.1.2.3:8443',
  ])('never go to %s', (url) => {
    expect(() => open(url)).toThrow('not public');
  });

  test('never go to a name that leads to this machine', async () => {
    const lookup = promisify(lookupPublic);
    await expect(lookup('localhost', { all: true })).rejects.toThrow(
      'localhost leads to an address that is not public',
    );
    const pool = open('https://localhost:1');
    await expect(pool.request({ method: 'GET', path: '/' })).rejects.toThrow('not public');
    await pool.close();
  });

  test('go to the address that was checked, whatever the name leads to a moment later', async () => {
    // The connection asks once, and gets what was checked: the form of it is what net.connect connects to.
    const lookup = promisify(lookupPublic);
    await expect(lookup('8.8.8.8', { all: true })).resolves.toEqual([{ address: '8.8.8.8', family: 4 }]);
    await expect(lookup('10.0.0.1', {})).rejects.toThrow('not public');
    await expect(lookup('::ffff:127.0.0.1', { all: true })).rejects.toThrow('not public');
  });
});
