import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBankDatabase } from '../spec-support/database-under-test.ts';
import { ana } from '../spec-support/statements-under-test.ts';
import { sqlDescription } from './sql-description.ts';
import { SqlSource } from './sql-source.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe.skipIf(!hasOpenssl)('a database over TLS (needs openssl to make a certificate)', () => {
  let bank: Awaited<ReturnType<typeof startBankDatabase>>;
  let front: Server;
  let databaseUrlFile: string;
  const at = (name: string) => join(bank.folder, name);

  beforeAll(async () => {
    bank = await startBankDatabase();
    for (const name of ['db', 'other']) {
      const subject = ['-subj', '/CN=db.example', '-addext', 'subjectAltName=DNS:db.example'];
      const files = ['-keyout', at(`${name}.key`), '-out', at(`${name}.pem`)];
      const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
      execFileSync('openssl', ['req', '-x509', ...key, ...subject, ...files], { stdio: 'ignore' });
    }
    const url = new URL(readFileSync(bank.description.databaseUrlFile, 'utf8').trim());
    const behindPort = Number(url.port);
    const [cert, key] = [readFileSync(at('db.pem')), readFileSync(at('db.key'))];
    // As PostgreSQL does it: `S` to the request for TLS, then TLS; behind it, the database itself.
    front = createServer((socket) => {
      socket.once('data', () => {
        socket.write('S');
        const secure = new TLSSocket(socket, { isServer: true, cert, key });
        const behind = connect(behindPort, url.hostname);
        for (const end of [secure, behind]) end.on('error', () => socket.destroy());
        secure.pipe(behind).pipe(secure);
      });
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
    url.port = String((front.address() as AddressInfo).port);
    databaseUrlFile = at('over-tls.url');
    await writeFile(databaseUrlFile, url.href);
  });
  afterAll(async () => {
    front.close();
    await bank.stop();
  });

  async function attempt(tls: unknown) {
    const description = sqlDescription.parse({ ...bank.description, databaseUrlFile, tls });
    const source = await SqlSource.open(description, () => undefined);
    return source
      .findAccounts([ana])
      .then(({ length }) => length)
      .catch((error: { reason: string }) => error.reason)
      .finally(() => source.close());
  }

  it('is read where its certificate is the one to be trusted', async () => {
    expect(await attempt({ caFile: at('db.pem'), serverName: 'db.example' })).toBe(1);
  });

  it.each<[string, () => unknown]>([
    ['is of an authority nobody named', () => ({ serverName: 'db.example' })],
    ['is of another authority', () => ({ caFile: at('other.pem'), serverName: 'db.example' })],
    ['is for another name', () => ({ caFile: at('db.pem'), serverName: 'db.other.example' })],
  ])('is not read where its certificate %s', async (_, tls) => {
    expect(await attempt(tls())).toBe('unreachable');
  });
});
