import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperatorRight } from '#domain';
import { type RunningRole, startRole } from '#platform';
import { createTestDatabase, createTestFolder, OperatorClient, type TestDatabase } from '#testing';
import { Here } from '../demo/here.ts';
import { getRole } from '../node/known-roles.ts';
import { withOperatorDesk } from './at-operator-desk.ts';

let place: TestDatabase;
let folder: Awaited<ReturnType<typeof createTestFolder>>;
let environment: Record<string, string>;
let registry: RunningRole;

beforeAll(async () => {
  place = await createTestDatabase();
  folder = await createTestFolder();
  environment = {
    ROLES: 'trust-registry',
    PARTICIPANT_ID: 'https://registry.example',
    PARTICIPANT_NAME: 'The registry',
    PORT: '0',
    PUBLIC_URL: 'https://registry.example',
    DATABASE_URL: place.url,
    KEYS_FOLDER: join(folder.path, 'keys'),
    API_KEY_FILE: join(folder.path, 'api-key'),
    TRUST_ROOTS_FILE: join(folder.path, 'trust-roots.jwks.json'),
    NETWORK_IS_LOCAL: 'true',
    LOG_LEVEL: 'silent',
  };
  registry = await startRole(getRole('trust-registry'), environment);
});
afterAll(async () => {
  await registry.stop();
  await place.drop();
  await folder.remove();
});

const here = () => new Here(folder.path, folder.path);
const atDesk = <T>(work: Parameters<typeof withOperatorDesk<T>>[3], role = 'trust-registry') =>
  withOperatorDesk(here(), environment, { role }, work);
const invite = (name: string, may: OperatorRight) => atDesk((desk) => desk.inBook((book) => book.invite(name, may)));
const listed = async () =>
  (await atDesk((desk) => desk.inBook((book) => book.list()))).map(({ name, may }) => `${name}: ${may}`);

describe('whoever is on the machine of a role', () => {
  it('is told where its pages are, and invites the first admin, who joins by them', async () => {
    expect(await listed()).toEqual([]);
    expect(await atDesk(async (_desk, { name, page }) => [name, page])).toEqual([
      'trust-registry',
      'https://registry.example',
    ]);
    const { invitation } = await invite('Ada', 'admin');
    const invited = await atDesk((desk) => desk.inBook((book) => book.invitations()));
    expect(invited).toMatchObject([{ name: 'Ada', may: 'admin', invitedBy: null }]);
    const ada = new OperatorClient(registry);
    expect((await ada.join(invitation)).json).toMatchObject({ name: 'Ada', may: 'admin' });
    expect((await ada.get('/operator/operators')).status).toBe(200);
    expect(await listed()).toEqual(['Ada: admin']);
  });

  it('is refused in words what the pages refuse, and nothing of it is done', async () => {
    await expect(invite('Ada', 'viewer')).rejects.toMatchObject({
      message: expect.stringContaining('An operator of this node has that name'),
    });
    const removed = atDesk((desk) =>
      desk.inBook(async (book) => book.remove((await book.findByName('Ada'))?.id ?? '')),
    );
    await expect(removed).rejects.toMatchObject({ message: expect.stringContaining('The last admin') });
    expect(await listed()).toEqual(['Ada: admin']);
  });

  it('removes one who is signed out at once, while the role runs', async () => {
    const { invitation } = await invite('Ben', 'admin');
    const ben = new OperatorClient(registry);
    await ben.join(invitation);
    await atDesk((desk) => desk.inBook(async (book) => book.remove((await book.findByName('Ben'))?.id ?? '')));
    expect((await ben.get('/operator/me')).status).toBe(401);
    expect((await ben.signIn()).json.code).toBe('passkey-refused');
    expect(await listed()).toEqual(['Ada: admin']);
  });

  it('hears which roles there are, and where one was never started', async () => {
    await expect(atDesk(async () => undefined, 'consent-manager')).rejects.toMatchObject({
      message: expect.stringContaining('only trust-registry'),
    });
    environment['DATABASE_SCHEMA'] = 'never_started';
    await expect(listed()).rejects.toMatchObject({ message: expect.stringContaining('has no operators yet') });
    delete environment['DATABASE_SCHEMA'];
  });
});
