import { SoftwareAuthenticator, type Unlike } from '#testing';
import type { ManagerUnderTest } from './manager-under-test.ts';
import type { Answer, Person } from './person-under-test.ts';

/** A person's passkey, made over HTTP, with a real key. */
export class PasskeyUnderTest {
  id = '';
  readonly device = new SoftwareAuthenticator();
  private readonly how: Unlike;

  constructor(
    readonly world: ManagerUnderTest,
    readonly person: Person,
  ) {
    this.how = { origin: world.url };
  }

  static async make(world: ManagerUnderTest, person: Person, name = 'Phone'): Promise<PasskeyUnderTest> {
    const passkey = new PasskeyUnderTest(world, person);
    const answer = await passkey.makeAs(name);
    if (answer.status !== 201) throw new Error(answer.text);
    passkey.id = answer.json.id;
    return passkey;
  }

  async makeAs(name: string): Promise<Answer> {
    const begun = await this.person.post('/me/passkeys/options', {});
    if (begun.status !== 200) return begun;
    const { ceremonyId, publicKey } = begun.json;
    return this.person.post('/me/passkeys', {
      ceremonyId,
      name,
      response: await this.device.make(publicKey, this.how),
    });
  }

  /** What a page sends to approve what was prepared. */
  async sign(prepared: Answer, unlike: Partial<Unlike> = {}) {
    const { draftId, publicKey } = prepared.json;
    return { draftId, response: await this.device.use(publicKey, { ...this.how, ...unlike }) };
  }

  /** @returns what signing in with it answers */
  async signIn(more: object = {}, unlike: Partial<Unlike> = {}): Promise<Answer> {
    const { json } = await this.person.post('/sign-in/passkeys/options', {});
    const response = await this.device.use(json.publicKey, { ...this.how, ...unlike });
    return this.person.post('/sign-in/passkeys', { ceremonyId: json.ceremonyId, response, ...more });
  }

  async approve(handle: string, decision: object = {}): Promise<Answer> {
    const path = `/me/consent-requests/${handle}`;
    const prepared = await this.person.post(`${path}/approval`, decision);
    if (prepared.status !== 200) return prepared;
    return this.person.post(`${path}/approve`, await this.sign(prepared));
  }
}
