import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Retention } from '../retention/retention.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { newestCode, Person } from '../spec-support/person-under-test.ts';

let world: ManagerUnderTest;

beforeAll(async () => {
  world = await startManager();
});

afterAll(() => world.stop());

const email = (value: string) => ({ contact: { kind: 'email', value } });
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('signing in', () => {
  it('makes the person the first time, and knows her by her contact afterwards', async () => {
    const first = await Person.signIn(world, 'asha');
    const again = await Person.signIn(
      world,
      'another-name',
      first.email.toUpperCase().replace('@MAIL.EXAMPLE', '@mail.example'),
    );
    expect([first.principal, again.principal]).toEqual(['asha@consent.example', 'asha@consent.example']);
    expect(first.token).not.toBe(again.token);
    const { json } = await again.get('/me');
    expect(json).toMatchObject({ principal: 'asha@consent.example', contacts: [{ value: first.email }] });
  });

  it('makes up a name where none is given', async () => {
    const person = new Person(world, 'quiet@mail.example');
    const { json } = await person.post('/sign-in/codes', email(person.email));
    const code = await newestCode(world.outbox, person.email);
    const answer = await person.post('/sign-in/sessions', { signInId: json.signInId, code });
    expect(answer.json.principal).toMatch(/^p-[0-9a-f]{16}@consent\.example$/);
  });

  it('answers alike for a contact it knows and one it does not', async () => {
    await Person.signIn(world, 'known');
    const nobody = new Person(world, '');
    const [known, unknown] = await Promise.all(
      ['known@mail.example', 'unknown@mail.example'].map((value) => nobody.post('/sign-in/codes', email(value))),
    );
    expect([known?.status, unknown?.status]).toEqual([202, 202]);
    expect(Object.keys(known?.json)).toEqual(Object.keys(unknown?.json));
  });

  it('lets another name be tried with the same code where one is taken', async () => {
    await Person.signIn(world, 'taken');
    const person = new Person(world, 'second@mail.example');
    const { json } = await person.post('/sign-in/codes', email(person.email));
    const attempt = { signInId: json.signInId, code: await newestCode(world.outbox, person.email) };
    const refused = await person.post('/sign-in/sessions', { ...attempt, principal: 'taken' });
    expect([refused.status, refused.json.code]).toEqual([409, 'principal-name-taken']);
    expect((await person.post('/sign-in/sessions', { ...attempt, principal: 'free' })).status).toBe(201);
  });

  it('makes one person where the same new contact signs in twice at once', async () => {
    const person = new Person(world, 'twice@mail.example');
    const attempts = await Promise.all([1, 2].map(() => person.post('/sign-in/codes', email(person.email))));
    const files = await newestCode(world.outbox, person.email);
    const tried = await Promise.all(
      attempts.map(({ json }) => person.post('/sign-in/sessions', { signInId: json.signInId, code: files })),
    );
    expect(tried.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('takes five tries of a code, once, within ten minutes', async () => {
    const person = new Person(world, 'tries@mail.example');
    const begin = async () => {
      const { json } = await person.post('/sign-in/codes', email(person.email));
      return { signInId: json.signInId as string, code: await newestCode(world.outbox, person.email) };
    };
    const tries = await begin();
    for (let n = 0; n < 5; n += 1) {
      const answer = await person.post('/sign-in/sessions', { ...tries, code: wrong(tries.code) });
      expect([answer.status, answer.json.code]).toEqual([403, 'code-wrong-or-expired']);
    }
    expect((await person.post('/sign-in/sessions', tries)).json.code).toBe('code-wrong-or-expired');

    const used = await begin();
    expect((await person.post('/sign-in/sessions', used)).status).toBe(201);
    expect((await person.post('/sign-in/sessions', used)).json.code).toBe('code-wrong-or-expired');

    const late = await begin();
    world.clock.advance(600);
    expect((await person.post('/sign-in/sessions', late)).json.code).toBe('code-wrong-or-expired');
    const unknown = await person.post('/sign-in/sessions', { signInId: uuidv7(), code: late.code });
    expect(unknown.json.code).toBe('code-wrong-or-expired');
  });

  it('sends five codes an hour to one contact', async () => {
    const nobody = new Person(world, '');
    const ask = () => nobody.post('/sign-in/codes', email('often@mail.example'));
    const statuses = (await Promise.all(Array.from({ length: 7 }, ask))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([202, 202, 202, 202, 202, 429, 429]);
    expect(Number((await ask()).headers.get('retry-after'))).toBeGreaterThan(3500);
    world.clock.advance(3601);
    expect((await ask()).status).toBe(202);
  });

  it('ends a session when she signs out, and by itself', async () => {
    const asha = await Person.signIn(world, 'leaving');
    expect((await asha.get('/me')).status).toBe(200);
    expect((await asha.delete('/me/session')).status).toBe(204);
    expect((await asha.get('/me')).json.code).toBe('sign-in-required');
    world.clock.advance(3600);
    const again = await Person.signIn(world, 'leaving');
    world.clock.advance(43_200);
    expect((await again.get('/me')).json.code).toBe('sign-in-required');
    await world.part(Retention).sweep();
  });

  it.each(['', 'Bearer', 'Bearer nonsense', `Bearer ${'A'.repeat(43)}`, 'Basic abc'])(
    'does not take %j for a session',
    async (authorization) => {
      const answer = await fetch(`${world.url}/me`, { headers: { authorization } });
      const { code } = (await answer.json()) as { code: string };
      expect([answer.status, code]).toEqual([401, 'sign-in-required']);
    },
  );
});

describe('a contact', () => {
  it('is hers once she names the code sent to it', async () => {
    const asha = await Person.signIn(world, 'contacts');
    const added = await asha.post('/me/contacts', { contact: { kind: 'tel', value: '+441234567890' } });
    expect(added.status).toBe(202);
    const path = `/me/contacts/${added.json.contactId}/confirm`;
    const code = await newestCode(world.outbox, '+441234567890');
    expect((await asha.post(path, { code: wrong(code) })).json.code).toBe('code-wrong-or-expired');
    const other = await Person.signIn(world, 'other-person');
    expect((await other.post(path, { code })).json.code).toBe('code-wrong-or-expired');
    expect((await asha.post(path, { code })).json).toMatchObject({ kind: 'tel', verifiedAt: expect.any(String) });
    const signIn = await asha.post('/sign-in/codes', { contact: { kind: 'tel', value: '+441234567890' } });
    const next = await newestCode(world.outbox, '+441234567890');
    const session = await asha.post('/sign-in/sessions', { signInId: signIn.json.signInId, code: next });
    expect(session.json.principal).toBe('contacts@consent.example');
  });

  it('that someone else has verified stays theirs', async () => {
    await Person.signIn(world, 'owner');
    const other = await Person.signIn(world, 'claimant');
    const added = await other.post('/me/contacts', email('owner@mail.example'));
    const code = await newestCode(world.outbox, 'owner@mail.example');
    const answer = await other.post(`/me/contacts/${added.json.contactId}/confirm`, { code });
    expect([answer.status, answer.json.code]).toEqual([409, 'contact-in-use']);
  });
});
