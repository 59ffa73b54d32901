import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestFolder } from '#testing';
import { type Answer, type RunningCommand, runCommand, runJson, startCommand } from '../support/run-command.ts';
import { until } from '../support/until.ts';

/** A demo network stays up; each line below is a process of its own, as typed in a second terminal. */
let home: string;
let remove: () => Promise<void>;
let demo: RunningCommand;

beforeAll(async () => {
  const folder = await createTestFolder();
  home = folder.path;
  remove = () => folder.remove();
  demo = await startCommand(home, ['demo']);
}, 120_000);
afterAll(async () => {
  await demo?.end('SIGTERM');
  await remove?.();
}, 30_000);

/** @throws where the command fails */
async function assent(...args: string[]): Promise<Answer> {
  const { code, answer, stderr } = await runJson(home, args);
  if (code !== 0 || answer['ok'] !== true) throw new Error(`assent ${args.join(' ')}: ${stderr}`);
  return answer;
}

/** What `--json` says of a failure; the sentence for people goes to stderr. */
async function refused(...args: string[]): Promise<string> {
  const { code, answer, stderr } = await runJson(home, args);
  expect(code).toBe(1);
  expect(answer['ok']).toBe(false);
  expect(stderr.length + `${answer['request']?.refusal?.title}`.length).toBeGreaterThan(10);
  return answer['code'];
}

const tail = (id: string) => id.slice(-8);

describe('the whole life of a consent, command by command', { timeout: 120_000 }, () => {
  let consent: string;
  let held: string;

  it('nobody acts without signing in', async () => {
    expect(await refused('requests')).toBe('usage');
    expect(await assent('sign-in')).toMatchObject({ principal: 'asha@saathi.example' });
  });

  it('accounts are linked, listed, and linked again', async () => {
    const { links } = await assent('accounts');
    expect(links).toHaveLength(3);
    const again = await assent('link', 'bank');
    expect(again['links'].map(({ label }: Answer) => label)).toContain('Current account ••••7187');
  });

  it('a request shows what she needs to decide, and is narrowed', async () => {
    const { request } = await assent('ask', '--purpose', 'To check the rent you can pay');
    const shown = await assent('request', tail(request.handle));
    expect(shown['request']).toMatchObject({
      dataUser: { id: 'https://fairlend.example', name: 'Fairlend' },
      purpose: { text: 'To check the rent you can pay' },
    });
    expect(shown['sentence']).toMatch(/^Fairlend may fetch your account summary and transactions of .* 6 months\.$/);
    const { stdout } = await runCommand(home, ['requests']);
    for (const word of ['Fairlend', 'fairlend.example', 'To check the rent', 'at most 4 times a day', '6 months']) {
      expect(stdout).toContain(word);
    }
    expect(await refused('narrow', 'fairlend')).toBe('usage');
    expect(await refused('narrow', 'fairlend', '--types', 'fhir-r4.condition')).toBe('usage');
    const narrowed = await assent(
      ...['narrow', 'fairlend', '--months', '3', '--types', 'bank.transaction', '--fields', 'bookedAt,amount'],
      ...['--life', 'P7D', '--max', '2'],
    );
    consent = narrowed['consent'].id;
    expect(narrowed['consent'].terms).toMatchObject({
      dataTypes: [{ type: 'bank.transaction', fields: ['bookedAt', 'amount'] }],
      dataLife: 'P7D',
      frequency: { max: 2, per: 'DAY' },
    });
    expect((await assent('requests'))['requests']).toEqual([]);
    expect((await assent('requests', '--all'))['requests'].length).toBeGreaterThan(2);
  });

  it('the lender fetches and reads what she allowed', async () => {
    await until(async () => (await assent('held'))['consents'][0].terms.purpose.text.includes('rent'), true);
    held = (await assent('held'))['consents'][0].id;
    expect(await assent('fetch', tail(held))).toMatchObject({ request: { state: 'COMPLETED' } });
    const { records } = await assent('read', tail(held));
    expect(records.length).toBeGreaterThan(10);
    expect(Object.keys(records[0].record).sort()).toEqual(['amount', 'bookedAt']);
    const { stdout } = await runCommand(home, ['read', tail(held)]);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(records);
    expect((await assent('held', tail(held)))['consent']).toMatchObject({ id: held, records: records.length });
  });

  it('paused, it stops; resumed, it goes on; revoked, it ends', async () => {
    expect(await assent('pause', 'fairlend', '--until', '2099-01-31')).toMatchObject({
      consent: { id: consent, state: 'PAUSED', resumeAt: '2099-01-31T00:00:00.000Z' },
    });
    const stateAtLender = async () => (await assent('held', tail(held)))['consent'].state;
    await until(stateAtLender, 'PAUSED');
    expect(await refused('fetch')).toBe('consent-paused');
    expect(await assent('resume')).toMatchObject({ consent: { state: 'ACTIVE' } });
    await until(stateAtLender, 'ACTIVE');
    await assent('fetch');
    const revoked = await assent('revoke', tail(consent), '--reason', 'I moved');
    expect(revoked).toMatchObject({ consent: { state: 'REVOKED' } });
    await until(stateAtLender, 'REVOKED');
    expect(await refused('fetch')).toBe('consent-revoked');
    expect(await refused('resume', consent)).toBe('consent-state-terminal');
  });

  it('erased, it is gone, and her timeline says so', async () => {
    const { claims } = await assent('erase', tail(held));
    expect(claims).toMatchObject({ consentId: held, keysDestroyed: 1 });
    expect(await refused('read', tail(held))).toBe('data-erased');
    const texts = async () => (await assent('timeline', '--limit', '5'))['entries'].map(({ text }: Answer) => text);
    await until(async () => (await texts()).some((text: string) => text.startsWith('Fairlend erased')), true);
    const detail = await assent('consent', tail(consent));
    expect(detail['consent'].fetches).toHaveLength(2);
    expect((await assent('consents'))['consents'][0].id).toBe(consent);
  });

  it('another is rejected, with a reason the lender hears', async () => {
    await assent('ask');
    expect(await refused('reject', '--reason', 'No loan needed')).toBe('usage');
    const { request } = await assent('reject', '--reason', 'not-needed');
    expect(request).toMatchObject({ state: 'REJECTED', reason: 'not-needed' });
    expect(await refused('approve', request.handle)).toBe('not-found');
  });

  it('an account is unlinked', async () => {
    expect(await assent('unlink', 'Savings')).toMatchObject({ link: { label: 'Savings account ••••2782' } });
    expect((await assent('accounts'))['links']).toHaveLength(2);
  });
});

describe('for operators and the curious', { timeout: 60_000 }, () => {
  it('the outbox holds what was sent to people', async () => {
    const { messages } = await assent('outbox', 'bank');
    expect(messages[0]).toMatchObject({ to: { value: 'asha.raman@mail.example' } });
    expect(await refused('outbox', 'nobody')).toBe('not-found');
  });

  it('a member is named to see the events it tells', async () => {
    const { role, receivers } = await assent('events', '--role', 'bank');
    expect(role).toBe('bank');
    expect(receivers).toContainEqual(expect.objectContaining({ receiver: 'https://saathi.example', dead: 0 }));
    expect((await assent('deliveries', '--role', 'bank'))['deliveries'][0]).toMatchObject({ outcome: 'delivered' });
    expect(await refused('events')).toBe('usage');
  });

  it('generated files are up to date', async () => {
    expect(await assent('generate', '--check')).toMatchObject({ paths: [] });
  });

  it.each([
    [['no-such-command'], 'usage'],
    [['narrow', '--no-such-option'], 'usage'],
    [['erase'], 'usage'],
    [['sign-in', '--manager', 'http://127.0.0.1:9', '--contact', 'a@mail.example'], 'unreachable'],
    [['ask', '--template', 'no-such'], 'usage'],
    [['held', '--as', 'nobody'], 'not-found'],
  ])('%j fails with one JSON object', async (args, code) => expect(await refused(...args)).toBe(code));
});
