import { afterAll, beforeAll, expect, it } from 'vitest';
import { askConsent } from '../../consent-manager/spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../../consent-manager/spec-support/manager-under-test.ts';
import { PasskeyUnderTest } from '../../consent-manager/spec-support/passkey-under-test.ts';
import { Person } from '../../consent-manager/spec-support/person-under-test.ts';
import { PersonClient } from '../clients/person-client.ts';
import { orOnHerPage } from './approve-on-page.ts';

let world: ManagerUnderTest;
let client: PersonClient;
let asha: Person;

beforeAll(async () => {
  world = await startManager();
  asha = await Person.signIn(world, 'asha');
  client = new PersonClient(world.url, { token: asha.token, principal: asha.principal, expiresAt: '' });
});
afterAll(async () => {
  await client?.close();
  await world?.stop();
});

const approve = (handle: string) => orOnHerPage(world.url, handle, () => client.approve(handle));

it('any other no is said as it is', async () => {
  const handle = await askConsent(world, asha.principal);
  await expect(approve(handle)).rejects.toThrow('[no-account-covers]');
});

it('who has a passkey is told that she says yes on her page, and where that is', async () => {
  await PasskeyUnderTest.make(world, asha);
  const handle = await askConsent(world, asha.principal);
  const page = `${world.url.replace('127.0.0.1', 'localhost')}/app/requests/${handle}`;
  await expect(approve(handle)).rejects.toThrow(
    `You have a passkey: a yes of yours is signed with it. Say it on your page: ${page} [passkey-required]`,
  );
});
