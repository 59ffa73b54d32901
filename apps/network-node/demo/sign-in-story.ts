import { person, type Stage } from './stage.ts';
import type { Step } from './story-telling.ts';

/** She signs in and links her accounts at the bank and the hospital. */
export const signInAndLink: readonly Step<Stage>[] = [
  {
    name: 'sign-in',
    from: person,
    to: 'consent manager',
    says: 'It is me: here is the code you sent.',
    async run({ person: asha, contact, principalName, expectCode, said: so }) {
      so.session = await asha.signIn(contact, expectCode('saathi'), principalName);
      return { text: `signed in as ${so.session.principal}` };
    },
  },
  {
    name: 'link-bank',
    from: person,
    to: 'bank, through the consent manager',
    says: 'I have accounts with you: here is the code you sent to the contact you know.',
    async run({ person: asha, expectCode, ids }) {
      const links = await asha.linkAccounts(ids.bank, expectCode('bank'));
      return { text: links.map(({ label }) => label).join(', ') };
    },
  },
  {
    name: 'link-hospital',
    from: person,
    to: 'hospital, through the consent manager',
    says: 'I was treated by you: here is the code.',
    async run({ person: asha, expectCode, ids }) {
      const links = await asha.linkAccounts(ids.hospital, expectCode('hospital'));
      return { text: links.map(({ label }) => label).join(', ') };
    },
  },
];
