import { setTimeout as sleep } from 'node:timers/promises';
import { addDuration } from '#domain';
import { loanAsk } from './asks.ts';
import { orRefused, person, type Stage, said, waiting } from './stage.ts';
import type { Step } from './story-telling.ts';

const artefactClaims = [
  ...['iss', 'aud', 'principal', 'terms.purpose.text', 'terms.dataTypes', 'terms.dataRange', 'terms.frequency'],
  ...['terms.consentPeriod.expiry', 'terms.dataLife', 'narrowedFrom.0.asked', 'approval.method'],
];
const receiptClaims = ['iss', 'aud', 'consentId', 'reason', 'erasedAt', 'sessions.0.rows', 'keysDestroyed'];

/** A lender asks, she narrows, it fetches and reads; she revokes, it is refused twice, and erases. */
export const loan: readonly Step<Stage>[] = [
  {
    name: 'ask',
    from: 'lender',
    to: 'consent manager',
    says: 'May I see twelve months of transactions, to decide on a loan?',
    async run({ lender, ids, said: so }) {
      const { principal } = said(so.session, 'sign-in');
      const asked = await lender.ask(loanAsk({ consentManager: ids.saathi, principal }));
      so.askId = asked.id;
      so.handle = said(asked.handle, 'the handle');
      return { text: `consent handle ${so.handle}` };
    },
  },
  {
    name: 'narrow',
    from: person,
    to: 'consent manager',
    says: 'Six months will do. Yes to that.',
    async run({ person: asha, said: so }) {
      const handle = said(so.handle, 'asking');
      const { terms } = await asha.request(handle);
      const dataRange = { from: addDuration(terms.dataRange.to, 'P6M', -1), to: terms.dataRange.to };
      const consent = await asha.approve(handle, { narrowing: { dataRange } });
      so.loanId = consent.id;
      return { text: `granted: records from ${consent.terms.dataRange.from.slice(0, 10)} on` };
    },
  },
  {
    name: 'tell',
    from: 'consent manager',
    to: 'bank and lender',
    says: 'She said yes: here is the signed consent artefact.',
    async run({ lender, said: so }) {
      const asked = await lender.asked(said(so.askId, 'asking'), 20);
      so.loanConsent = said(asked.consentId, 'the artefact');
      const { artefact } = await lender.consent(so.loanConsent);
      return { title: 'consent artefact, as the lender holds it', token: artefact, claims: artefactClaims };
    },
  },
  {
    name: 'fetch',
    from: 'lender',
    to: 'consent manager, then bank',
    says: 'The data, please.',
    async run({ lender, said: so }) {
      const fetched = orRefused(await lender.fetch({ consentId: said(so.loanConsent, 'consent') }, waiting));
      const [session] = fetched.sessions;
      if (session?.state !== 'COMPLETED') throw new Error(`the session is ${session?.state}`);
      return { text: `${session.records ?? 0} records, sealed by the bank so that only the lender can read them` };
    },
  },
  {
    name: 'read',
    from: "lender's own system",
    to: 'lender gateway',
    says: 'Show me the records.',
    async run({ lender, said: so }) {
      const consentId = said(so.loanConsent, 'consent');
      const { terms } = await lender.consent(consentId);
      let count = 0;
      let early = 0;
      for await (const { dataType, record } of lender.records(consentId)) {
        count += 1;
        if (dataType === 'bank.transaction' && `${record['bookedAt']}` < terms.dataRange.from) early += 1;
      }
      if (count === 0 || early > 0) throw new Error(`${count} records, ${early} from before the consented range`);
      return { text: `${count} records, none older than she allowed` };
    },
  },
  {
    name: 'hold',
    from: 'lender',
    to: 'consent manager',
    says: 'Authorise one more fetch; I shall open it later.',
    async run({ lender, said: so }) {
      const held = orRefused(await lender.fetch({ consentId: said(so.loanConsent, 'consent'), fetch: 'later' }));
      so.heldRequest = held.id;
      return { text: 'the lender holds an access token for the bank, valid two minutes' };
    },
  },
  {
    name: 'revoke',
    from: person,
    to: 'consent manager, and so to all',
    says: 'I changed my mind.',
    async run({ person: asha, said: so }) {
      const consent = await asha.revoke(said(so.loanId, 'approval'), 'I found another lender');
      return { text: `the consent is ${consent.state}` };
    },
  },
  {
    name: 'refused-by-manager',
    from: 'lender',
    to: 'consent manager',
    says: 'The data once more, please.',
    refusedWith: 'consent-revoked',
    async run({ lender, said: so }) {
      orRefused(await lender.fetch({ consentId: said(so.loanConsent, 'consent'), ownCheck: false }, waiting));
      return undefined;
    },
  },
  {
    name: 'refused-by-bank',
    from: 'lender',
    to: 'bank',
    says: 'But I still have a valid token.',
    refusedWith: 'consent-revoked',
    async run({ lender, said: so }) {
      orRefused(await lender.fetchHeld(said(so.heldRequest, 'holding'), false, waiting.waitSeconds));
      return undefined;
    },
  },
  {
    name: 'erase',
    from: 'lender',
    to: 'consent manager',
    says: 'All is erased: here is my signed word.',
    async run({ lender, said: so }) {
      const { receipt } = await lender.erase(said(so.loanConsent, 'consent'));
      return { title: 'deletion receipt', token: receipt, claims: receiptClaims };
    },
  },
  {
    name: 'receipt',
    from: 'consent manager',
    to: person,
    says: 'The lender has erased your data; this is your timeline.',
    async run({ person: asha }) {
      const deadline = Date.now() + 10_000;
      for (;;) {
        const { entries } = await asha.timeline(7);
        if (entries.some(({ kind }) => kind === 'data-session.erased')) {
          return { text: entries.map(({ at, text }) => `${at.slice(11, 19)} ${text}`).join('\n     ') };
        }
        if (Date.now() > deadline) throw new Error('the receipt did not arrive');
        await sleep(50);
      }
    },
  },
];
