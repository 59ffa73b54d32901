import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { orRefuse } from '#domain';
import { KeyRing } from '#platform';
import { consentArtefactMessage, verifyMessage } from '#protocol';
import { compromiseStatementKey } from '#testing';
import { type GivenConsent, giveConsent } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';

let world: ManagerUnderTest;
let given: GivenConsent;
let asha: Person;
let kid: string;

beforeAll(async () => {
  world = await startManager();
  world.counterparts.accounts.set(world.bank.id, [
    { linkId: uuidv7(), label: 'Savings ••••1234', dataTypes: ['bank.transaction'] },
  ]);
  asha = await Person.signIn(world, 'asha');
  await asha.link(world.bank.id);
  world.counterparts.down = true;
  given = await giveConsent(world, asha);
  const { store } = world.app.get(KeyRing, { strict: false });
  kid = await compromiseStatementKey({ ...world, store, now: world.clock.now() });
  world.counterparts.down = false;
}, 40_000);
afterAll(() => world.stop());

const tokenFor = (to: string) =>
  vi.waitFor(
    () => {
      const [told] = world.counterparts.told(to, 'consent-artefact.issued');
      expect(told).toBeDefined();
      return String(told?.state['artefact']);
    },
    { timeout: 40_000, interval: 100 },
  );
const verified = async (token: string, to: string) =>
  orRefuse(await verifyMessage(consentArtefactMessage, token, { ...world.context(), audience: to, evidence: {} }));

describe('an artefact that was on its way when the key that signed it was found compromised', () => {
  it('arrives signed with the key that is active now, under the id it has', async () => {
    for (const [to, artefactId] of Object.entries(given.artefacts)) {
      const token = await tokenFor(to);
      expect((await verified(token, to)).claims.artefactId).toBe(artefactId);
      expect(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({ kid });
    }
  }, 60_000);

  it('is from then on the one that this manager keeps and shows', async () => {
    const { json } = await asha.get(`/me/consents/${given.id}`);
    for (const { participant, artefact } of json.counterparts) expect(artefact).toBe(await tokenFor(participant.id));
  });
});
