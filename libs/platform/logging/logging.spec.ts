import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createTestFolder } from '#testing';
import { logContext } from '../observation/log-context.ts';
import { ContextLogger } from './context-logger.ts';
import { createLog } from './create-log.ts';
import { openLogDestination } from './log-destination.ts';

describe('the log', () => {
  let lines: Array<Record<string, unknown>> = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  const bank = createLog('bank', { LOG_LEVEL: 'info' }, destination);
  const clinic = createLog('clinic', { LOG_LEVEL: 'info' }, destination);

  afterEach(() => {
    lines = [];
  });

  test('has one object per line, with time, level and role', () => {
    bank.info({ consentId: 'c-1' }, 'issued');
    expect(lines).toEqual([
      { level: 'info', time: expect.stringMatching(/Z$/), role: 'bank', consentId: 'c-1', message: 'issued' },
    ]);
  });

  describe.skipIf(!existsSync('/dev/full'))('while its disk is full', () => {
    let folder: Awaited<ReturnType<typeof createTestFolder>>;
    beforeAll(async () => {
      folder = await createTestFolder();
    });
    afterAll(() => folder.remove());

    const messagesIn = (file: string) =>
      readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).message as string);

    test('fails nobody, and has every line once there is room', () => {
      const disk = openLogDestination({ LOG_FILE: '/dev/full' });
      const full = createLog('bank', { LOG_LEVEL: 'info' }, disk);
      full.info('one');
      full.info('two');
      const file = join(folder.path, 'roomy.log');
      disk.reopen(file);
      full.info('three');
      expect(messagesIn(file)).toEqual(['one', 'two', 'three']);
    });

    test('keeps a megabyte at most of what it cannot write, the oldest', () => {
      const disk = openLogDestination({ LOG_FILE: '/dev/full' });
      const full = createLog('bank', { LOG_LEVEL: 'info' }, disk);
      for (let n = 0; n < 3000; n += 1) full.info({ filler: 'x'.repeat(1000) }, `line ${n}`);
      const file = join(folder.path, 'late.log');
      disk.reopen(file);
      full.info('last');
      expect(statSync(file).size).toBeLessThan(1_100_000);
      expect(messagesIn(file)).toContain('line 800');
      expect(messagesIn(file)).not.toContain('line 1200');
    });
  });

  test('never shows what proves who calls', () => {
    bank.info({ headers: { authorization: 'DPoP s3cret', dpop: 's3cret' }, req: { headers: { cookie: 's3cret' } } });
    bank.info({ authorization: 's3cret' });
    expect(JSON.stringify(lines)).not.toContain('s3cret');
  });

  test('tells of a database error without the values of the row', () => {
    const error = Object.assign(new Error('duplicate key value violates unique constraint "people_email"'), {
      code: '23505',
      constraint: 'people_email',
      detail: 'Key (email)=(asha@mail.example) already exists.',
      parameters: ['asha@mail.example'],
    });
    bank.error({ err: new Error('outer', { cause: error }) });
    expect(lines[0]).toMatchObject({ err: { message: 'outer', cause: { code: '23505', constraint: 'people_email' } } });
    expect(JSON.stringify(lines)).not.toContain('asha');
  });

  test('of several roles in one process says whose each line is, and of which request', () => {
    Logger.overrideLogger(new ContextLogger(bank));
    const logger = new Logger('Store');
    logContext.run({ log: clinic, requestId: 'r-1' }, () => logger.warn('slow'));
    logger.error(new Error('gone'), 'no answer');
    expect(lines).toMatchObject([
      { role: 'clinic', requestId: 'r-1', level: 'warn', context: 'Store', message: 'slow' },
      { role: 'bank', level: 'error', context: 'Store', message: 'no answer', err: { message: 'gone' } },
    ]);
  });
});
