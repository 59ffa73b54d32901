import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestFolder } from '#testing';
import { parseSettings, SettingsError } from './parse-settings.ts';
import { roleSettings } from './role-settings.ts';
import { isSecret } from './setting-kinds.ts';

const enough = {
  PARTICIPANT_ID: 'https://bank.example',
  PARTICIPANT_NAME: 'Bank',
  DATABASE_URL: 'postgresql://bank:s3cret@db.example/bank',
  KEYS_FOLDER: '/keys',
};

describe('settings', () => {
  test('come with defaults, as numbers, lists and truth values', () => {
    expect(parseSettings(roleSettings, { ...enough, NETWORK_IS_LOCAL: 'true', RUN: 'jobs', PORT: '0' })).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 0,
      RUN: ['jobs'],
      NETWORK_IS_LOCAL: true,
      DATABASE_POOL_SIZE: 10,
      CLOCK_SKEW_SECONDS: 60,
      MESSENGER: 'outbox',
    });
    expect(parseSettings(roleSettings, enough)).toMatchObject({ RUN: ['http', 'jobs'], NETWORK_IS_LOCAL: false });
  });

  test('take nothing for absent and pass over what they do not know', () => {
    const settings = parseSettings(roleSettings, { ...enough, LOG_FILE: '', PATH: '/bin' });
    expect(settings.LOG_FILE).toBeUndefined();
    expect(settings).not.toHaveProperty('PATH');
  });

  test('name all mistakes together', () => {
    const mistakes = mistakesOf({
      PARTICIPANT_NAME: 'Bank',
      PORT: 'http',
      DATABASE_URL: 'mysql://x',
      RUN: 'http,mail',
    });
    expect(mistakes.map(({ name }) => name).sort()).toEqual(
      ['DATABASE_URL', 'KEYS_FOLDER', 'PARTICIPANT_ID', 'PORT', 'RUN'].sort(),
    );
    expect(mistakes).toContainEqual({ name: 'KEYS_FOLDER', problem: 'is missing' });
  });

  test('never repeat a value', () => {
    const { message } = errorOf({ ...enough, DATABASE_URL: 'mysql://bank:s3cret@db.example', PORT: '123456789' });
    expect(message).not.toContain('s3cret');
    expect(message).not.toContain('123456789');
  });

  test('take a secret from a file', async () => {
    const folder = await createTestFolder();
    const file = join(folder.path, 'url');
    await writeFile(file, `${enough.DATABASE_URL}\n`);
    const { DATABASE_URL, ...rest } = enough;
    expect(parseSettings(roleSettings, { ...rest, DATABASE_URL_FILE: file }).DATABASE_URL).toBe(DATABASE_URL);
  });

  test('refuse a secret given twice, or in a file that is not there', () => {
    expect(mistakesOf({ ...enough, DATABASE_URL_FILE: '/x' })).toEqual([
      { name: 'DATABASE_URL', problem: 'is given twice: here and as DATABASE_URL_FILE' },
    ]);
    expect(mistakesOf({ ...enough, DATABASE_URL: undefined, DATABASE_URL_FILE: '/not/there' })).toEqual([
      { name: 'DATABASE_URL_FILE', problem: 'cannot be read (ENOENT)' },
    ]);
  });

  test('of a role are those of every role and its own', () => {
    const own = roleSettings.extend({ GRACE_SECONDS: z.string().transform(Number) });
    expect(parseSettings(own, { ...enough, GRACE_SECONDS: '5' }).GRACE_SECONDS).toBe(5);
  });

  test.each(Object.entries(roleSettings.shape))('%s is described', (_, schema) => {
    expect(schema.description).toMatch(/\.$/);
  });

  test('know which of them are secret', () => {
    const secrets = Object.entries(roleSettings.shape).filter(([, schema]) => isSecret(schema));
    expect(secrets.map(([name]) => name)).toEqual(['DATABASE_URL', 'REDIS_URL', 'SMTP_URL']);
  });
});

function errorOf(env: Record<string, string | undefined>): SettingsError {
  try {
    parseSettings(roleSettings, env);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('no mistake found');
}

function mistakesOf(env: Record<string, string | undefined>) {
  return errorOf(env).mistakes;
}
