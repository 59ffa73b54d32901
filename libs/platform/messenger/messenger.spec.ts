import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { createTestFolder, HandSetClock } from '#testing';
import { SettingsError } from '../settings/parse-settings.ts';
import { createMessenger } from './messenger.module.ts';
import { MessageNotSent } from './messenger.ts';
import { OutboxMessenger } from './outbox-messenger.ts';
import { SmtpMessenger } from './smtp-messenger.ts';

const message = {
  to: { kind: 'email', value: 'asha@mail.example' },
  subject: 'Your code – नमस्ते',
  text: 'The code is 123 456.',
} as const;

/** A mail server that takes what it is sent, unless told to refuse. */
async function startMailServer({ refusing = false, ...options }: SMTPServerOptions & { refusing?: boolean } = {}) {
  const mails: Array<{ from: string; to: string[]; text: string }> = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(refusing ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, session, done) => {
      const { mailFrom, rcptTo } = session.envelope;
      void text(stream).then((content) => {
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          text: content,
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return { mails, port, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

describe('the SMTP messenger', () => {
  const cleanUp: Array<() => unknown> = [];

  afterEach(async () => {
    for (const each of cleanUp.splice(0)) await each();
  });

  test('hands the message to the mail server', async () => {
    const { messenger, mails } = await connected();
    await messenger.send(message);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ from: 'consents@manager.example', to: ['asha@mail.example'] });
    expect(mails[0]?.text).toContain('The code is 123 456.');
    expect(mails[0]?.text).toMatch(/^Subject: =\?UTF-8\?/m);
  });

  test('makes no second recipient or header out of what it is given', async () => {
    const { messenger, mails } = await connected();
    await messenger
      .send({
        ...message,
        to: { kind: 'email', value: 'asha@mail.example, eve@mail.example' },
        subject: 'a\r\nBcc: eve@mail.example',
      })
      .catch((error: unknown) => expect(error).toBeInstanceOf(MessageNotSent));
    expect(mails.flatMap(({ to }) => to)).not.toContain('eve@mail.example');
    expect(mails[0]?.text ?? '').not.toMatch(/^Bcc:/m);
  });

  test('refuses a telephone', async () => {
    const { messenger, mails } = await connected();
    await expect(messenger.send({ ...message, to: { kind: 'tel', value: '+911234567890' } })).rejects.toThrow(
      MessageNotSent,
    );
    expect(mails).toEqual([]);
  });

  test('says when the server takes nothing, and does not name the person', async () => {
    const { messenger } = await connected({ refusing: true });
    const error: unknown = await messenger.send(message).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(MessageNotSent);
    expect(String(error)).toContain('550');
    expect(String(error)).not.toContain('asha');
  });

  test('says when no server is there', async () => {
    const messenger = new SmtpMessenger('smtp://127.0.0.1:1', 'consents@manager.example');
    await expect(messenger.send(message)).rejects.toThrow(/ECONNREFUSED|ESOCKET/);
  });

  async function connected(options: { refusing?: boolean } = {}) {
    const { mails, port, stop } = await startMailServer(options);
    const messenger = new SmtpMessenger(`smtp://127.0.0.1:${port}`, 'Consents <consents@manager.example>');
    cleanUp.push(() => messenger.close(), stop);
    return { messenger, mails };
  }
});

describe('the outbox messenger', () => {
  test('writes one file per message, for its owner only, in the order they were sent', async () => {
    const folder = await createTestFolder();
    const clock = new HandSetClock('2026-03-01T09:00:00.000Z');
    const outbox = join(folder.path, 'out box');
    const messenger = new OutboxMessenger(outbox, clock);
    await messenger.send(message);
    await messenger.send({ ...message, subject: 'second' });
    clock.advance(1);
    await messenger.send({ to: { kind: 'tel', value: '+911234567890' }, subject: 'third', text: '' });
    const files = (await readdir(outbox)).sort();
    const read = await Promise.all(files.map(async (name) => JSON.parse(await readFile(join(outbox, name), 'utf8'))));
    expect(read.map(({ subject }) => subject)).toEqual([message.subject, 'second', 'third']);
    expect(read[0]).toEqual({ sentAt: '2026-03-01T09:00:00.000Z', ...message });
    expect((await stat(outbox)).mode & 0o777).toBe(0o700);
    for (const name of files) expect((await stat(join(outbox, name))).mode & 0o777).toBe(0o600);
    await folder.remove();
  });
});

describe('the choice of messenger', () => {
  const clock = new HandSetClock();

  test('follows the settings', () => {
    expect(
      createMessenger({ MESSENGER: 'outbox', OUTBOX_FOLDER: '/x', SMTP_URL: undefined, SMTP_FROM: undefined }, clock),
    ).toBeInstanceOf(OutboxMessenger);
    const smtp = {
      MESSENGER: 'smtp',
      SMTP_URL: 'smtp://mail.example',
      SMTP_FROM: 'a@b.example',
      OUTBOX_FOLDER: undefined,
    } as const;
    expect(createMessenger(smtp, clock)).toBeInstanceOf(SmtpMessenger);
  });

  test('names the setting that is missing', () => {
    const none = { SMTP_URL: undefined, SMTP_FROM: undefined, OUTBOX_FOLDER: undefined };
    expect(() => createMessenger({ ...none, MESSENGER: 'outbox' }, clock)).toThrow(SettingsError);
    expect(() => createMessenger({ ...none, MESSENGER: 'smtp' }, clock)).toThrow(/SMTP_URL/);
    expect(() => createMessenger({ ...none, MESSENGER: 'smtp', SMTP_URL: 'smtp://x' }, clock)).toThrow(/SMTP_FROM/);
  });
});
