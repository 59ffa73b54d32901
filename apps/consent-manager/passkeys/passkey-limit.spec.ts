import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { PasskeyUnderTest } from '../spec-support/passkey-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';

let world: ManagerUnderTest;

beforeAll(async () => {
  world = await startManager();
});
afterAll(() => world.stop());

it('twenty passkeys are all that a person has, also where several are made at once', async () => {
  const asha = await Person.signIn(world, 'asha');
  for (let n = 1; n < 20; n += 1) await PasskeyUnderTest.make(world, asha, `Key ${n}`);

  // All were begun while one more was allowed: each holds a challenge of its own.
  const devices = Array.from({ length: 5 }, () => new PasskeyUnderTest(world, asha));
  const begun = await Promise.all(devices.map(() => asha.post('/me/passkeys/options', {})));
  const answers = await Promise.all(
    devices.map(async ({ device }, n) => {
      const { ceremonyId, publicKey } = begun[n]?.json ?? {};
      return { ceremonyId, name: `Late ${n}`, response: await device.make(publicKey, { origin: world.url }) };
    }),
  );
  const made = await Promise.all(answers.map((answer) => asha.post('/me/passkeys', answer)));

  const outcomes = made.map(({ status, json }) => (status === 201 ? 'made' : json.code));
  expect(outcomes.sort()).toEqual(['made', ...Array(4).fill('passkeys-too-many')]);
  const { passkeys } = (await asha.get('/me/passkeys')).json;
  expect(passkeys).toHaveLength(20);
  expect((await asha.post('/me/passkeys/options', {})).json.code).toBe('passkeys-too-many');
});
