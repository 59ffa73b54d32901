import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeTries } from '#domain';
import type { AccountLinkConfirmAnswer } from '#protocol';
import { sha256Base64url } from '#protocol';
import { eventually } from '#testing';
import { problemOf } from '../spec-support/gateway-under-test.ts';
import { codeIn, Manager } from '../spec-support/manager-under-test.ts';
import { type ProviderUnderTest, startProvider } from '../spec-support/provider-under-test.ts';
import { mara, olek } from '../spec-support/sample-source-under-test.ts';
import { AccountUnlinking } from './account-unlinking.ts';

let world: ProviderUnderTest;
let manager: Manager;

beforeAll(async () => {
  world = await startProvider({ ACCOUNT_TIMEOUT_SECONDS: '1' });
  manager = new Manager(world);
  world.source.addAccount('0001', mara, () => []);
  world.source.addAccount('0002', mara, () => []);
  world.source.addAccount('0003', olek, () => []);
});
afterAll(() => world.stop());

/** Asks, and waits for so many letters. */
async function ask(...identifiers: Parameters<Manager['discover']>[0]) {
  const before = (await manager.letters()).length;
  const linkRequestId = await manager.discover(identifiers);
  const letters = await eventually(async () => {
    const written = (await manager.letters()).slice(before);
    return written.length >= identifiers.length ? written : undefined;
  });
  return { linkRequestId, letters, codes: letters.map(({ text }) => codeIn(text)) };
}

const linksIn = async (answer: Response) => ((await answer.json()) as AccountLinkConfirmAnswer).links;

describe('finding accounts', () => {
  it('is answered alike for someone who is not known here, and nobody is written to', async () => {
    const before = (await manager.letters()).length;
    const id = await manager.discover([{ kind: 'email', value: 'nobody@mail.example' }]);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    // The next letter is for someone else: the unknown one was looked for before it.
    await ask(mara);
    expect((await manager.letters()).length).toBe(before + 1);
    expect(await problemOf(await manager.confirm(id, '000000'))).toMatchObject({ code: 'code-wrong-or-expired' });
  });

  it('is tried again where the records were not there in time', async () => {
    let isAway = true;
    world.source.search = async (signal) => {
      if (!isAway) return;
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      isAway = false;
      throw signal?.reason;
    };
    const { letters } = await ask(mara);
    expect(letters).toMatchObject([{ to: mara }]);
  });

  it('writes to the contact on record, naming the manager', async () => {
    const { letters } = await ask(mara);
    expect(letters).toMatchObject([{ to: mara, text: expect.stringContaining('The manager asks to link') }]);
    // Subjects are shown on locked screens.
    expect(letters[0]?.subject).toMatch(/^[^\d]+: your code to link accounts with The manager$/);
  });
});

describe('giving the code', () => {
  it('links the accounts of that contact, with masked labels', async () => {
    const { linkRequestId, codes } = await ask(mara);
    const links = await linksIn(await manager.confirm(linkRequestId, codes[0] ?? ''));
    expect(links.map(({ label }) => label)).toEqual(['Account ••••0001', 'Account ••••0002']);
    expect(JSON.stringify(links)).not.toContain('accountKey');
  });

  it('opens only the accounts of the contact it was sent to', async () => {
    const { linkRequestId, letters } = await ask(mara, olek);
    const code = codeIn(letters.find(({ to }) => to.value === olek.value)?.text ?? '');
    const links = await linksIn(await manager.confirm(linkRequestId, code));
    expect(links.map(({ label }) => label)).toEqual(['Account ••••0003']);
  });

  it('again with the same request id gives the same answer; the code itself opens once', async () => {
    const { linkRequestId, codes } = await ask(mara);
    const requestId = crypto.randomUUID();
    const first = await linksIn(await manager.confirm(linkRequestId, codes[0] ?? '', requestId));
    expect(await linksIn(await manager.confirm(linkRequestId, codes[0] ?? '', requestId))).toEqual(first);
    expect(await problemOf(await manager.confirm(linkRequestId, codes[0] ?? ''))).toMatchObject({
      code: 'code-wrong-or-expired',
    });
  });

  it('for accounts that are linked already gives the same links', async () => {
    expect(await manager.link(mara)).toEqual(await manager.link(mara));
  });

  it('for another pseudonym gives other links', async () => {
    const other = await manager.link(mara, sha256Base64url('someone else who reads this mail'));
    expect(other).not.toEqual(await manager.link(mara));
  });

  it('may be tried five times', async () => {
    const { linkRequestId, codes } = await ask(mara);
    const wrong = codes[0] === '000000' ? '000001' : '000000';
    for (let n = 0; n < codeTries; n += 1) {
      expect((await manager.confirm(linkRequestId, wrong)).status).toBe(403);
    }
    expect((await manager.confirm(linkRequestId, codes[0] ?? '')).status).toBe(403);
  });

  it('that was wrong is refused again, and not counted again, where it is sent again as its answer was lost', async () => {
    const { linkRequestId, codes } = await ask(mara);
    const wrong = codes[0] === '000000' ? '000001' : '000000';
    const requestId = crypto.randomUUID();
    for (let n = 0; n <= codeTries; n += 1) {
      const answer = await manager.confirm(linkRequestId, wrong, requestId);
      expect(await problemOf(answer)).toEqual({ status: 403, code: 'code-wrong-or-expired' });
    }
    expect(await linksIn(await manager.confirm(linkRequestId, codes[0] ?? ''))).not.toEqual([]);
  });

  it('of another person’s question opens nothing', async () => {
    const { linkRequestId, codes } = await ask(mara);
    const answer = await manager.confirm(linkRequestId, codes[0] ?? '', undefined, sha256Base64url('another'));
    expect(await problemOf(answer)).toEqual({ status: 403, code: 'code-wrong-or-expired' });
  });

  it('comes too late after ten minutes', async () => {
    const { linkRequestId, codes } = await ask(mara);
    world.clock.advance(601);
    expect((await manager.confirm(linkRequestId, codes[0] ?? '')).status).toBe(403);
  });
});

describe('unlinking', () => {
  it('may be said twice; another participant is told there is no such link', async () => {
    const [linkId = ''] = await manager.link(olek);
    expect((await manager.unlink(linkId, 'user')).status).toBe(403);
    expect((await manager.unlink(linkId)).status).toBe(204);
    expect((await manager.unlink(linkId)).status).toBe(204);
    expect(await problemOf(await manager.unlink(crypto.randomUUID()))).toEqual({ status: 404, code: 'link-unknown' });
    expect(await manager.link(olek)).not.toEqual([linkId]);
  });

  it('by the institution is told to the manager, once', async () => {
    const [linkId = ''] = await manager.link(olek);
    const unlinking = world.provider.app.get(AccountUnlinking, { strict: false });
    await unlinking.endByInstitution(linkId);
    await unlinking.endByInstitution(linkId);
    await eventually(() => world.counterparts.heard('account-link.ended', linkId));
    expect(world.counterparts.events.filter(({ subject }) => subject === linkId)).toHaveLength(1);
  });
});
