import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createTestFolder, HandSetClock } from '#testing';
import { parseSettings } from '../settings/parse-settings.ts';
import { roleSettings } from '../settings/role-settings.ts';
import { createMessenger } from './messenger.module.ts';
import { type Message, MessageNotSent } from './messenger.ts';
import { SmtpMessenger } from './smtp-messenger.ts';

const message: Message = { to: { kind: 'email', value: 'asha@mail.example' }, subject: 'Code', text: 'It is 123 456.' };
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const from = 'consents@manager.example';

/** Makes a key and a certificate of its own authority, for `localhost` alone. */
function makeCertificate(folder: string): void {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'key.pem'];
  const args = ['req', '-x509', ...key, '-out', 'certificate.pem', '-days', '2', ...subject];
  execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
}

describe.skipIf(!hasOpenssl)('mail over TLS (needs openssl, for a certificate)', () => {
  const trusted = getCACertificates('default');
  const cleanUp: Array<() => unknown> = [];
  let folder: Awaited<ReturnType<typeof createTestFolder>>;
  let tls: { key: string; cert: string };

  beforeAll(async () => {
    folder = await createTestFolder();
    makeCertificate(folder.path);
    const [key = '', cert = ''] = await Promise.all(
      ['key.pem', 'certificate.pem'].map((name) => readFile(join(folder.path, name), 'utf8')),
    );
    tls = { key, cert };
  });
  afterEach(async () => {
    setDefaultCACertificates(trusted);
    for (const each of cleanUp.splice(0)) await each();
  });
  afterAll(() => folder.remove());

  /** As NODE_EXTRA_CA_CERTS does for a process from its start. */
  const trustIt = () => setDefaultCACertificates([...trusted, tls.cert]);

  async function startServer(options: SMTPServerOptions) {
    const mails: Array<{ user: unknown; secure: boolean; content: string }> = [];
    const server = new SMTPServer({
      ...tls,
      onAuth: ({ username, password }, _session, done) =>
        password === 'p@ss word' ? done(null, { user: username }) : done(new Error('no')),
      onData: (stream, { user, secure }, done) => {
        void text(stream).then((content) => {
          mails.push({ user, secure, content });
          done();
        });
      },
      ...options,
    });
    server.on('error', () => undefined);
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    cleanUp.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    return { mails, port: (listening.address() as AddressInfo).port };
  }
  const messengerAt = (url: string) => {
    const messenger = new SmtpMessenger(url, from);
    cleanUp.unshift(() => messenger.close());
    return messenger;
  };

  test('is sent by smtps, with user and password from the file that SMTP_URL_FILE names', async () => {
    const { mails, port } = await startServer({ secure: true });
    const file = join(folder.path, 'smtp-url');
    await writeFile(file, `smtps://mailer:p%40ss%20word@localhost:${port}\n`, { mode: 0o600 });
    const settings = parseSettings(roleSettings.pick({ MESSENGER: true, SMTP_URL: true, SMTP_FROM: true }), {
      MESSENGER: 'smtp',
      SMTP_URL_FILE: file,
      SMTP_FROM: from,
    });
    const messenger = createMessenger({ OUTBOX_FOLDER: undefined, ...settings }, new HandSetClock());
    cleanUp.unshift(() => (messenger as SmtpMessenger).close());
    trustIt();
    await messenger.send(message);
    expect(mails).toMatchObject([{ user: 'mailer', secure: true, content: expect.stringContaining('123 456') }]);
  });

  test('is not sent to a server whose certificate nobody vouches for', async () => {
    const { mails, port } = await startServer({ secure: true, authOptional: true });
    await expect(messengerAt(`smtps://localhost:${port}`).send(message)).rejects.toBeInstanceOf(MessageNotSent);
    expect(mails).toEqual([]);
  });

  test('is not sent to a server that has the certificate of another', async () => {
    const { mails, port } = await startServer({ secure: true, authOptional: true });
    trustIt();
    await expect(messengerAt(`smtps://127.0.0.1:${port}`).send(message)).rejects.toBeInstanceOf(MessageNotSent);
    expect(mails).toEqual([]);
  });

  test('is sent by smtp once the connection has become TLS', async () => {
    const { mails, port } = await startServer({});
    trustIt();
    await messengerAt(`smtp://mailer:p%40ss%20word@localhost:${port}`).send(message);
    expect(mails).toMatchObject([{ user: 'mailer', secure: true }]);
  });
});

test('a code is not sent in the clear to another machine', async () => {
  const senders: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: ({ address }, _session, done) => {
      senders.push(address);
      done();
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '0.0.0.0');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  // 0.0.0.0 leads here, and is no loopback address: it stands for a server elsewhere.
  const messenger = new SmtpMessenger(`smtp://0.0.0.0:${port}`, from);
  await expect(messenger.send(message)).rejects.toBeInstanceOf(MessageNotSent);
  expect(senders).toEqual([]);
  messenger.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
