import { addDuration, type ConsentTerms, type Instant, toInstant } from '#domain';
import { markOutbox, waitForCode } from '../../apps/network-node/clients/outbox.ts';
import type { ConsentView } from '../../apps/network-node/clients/person-client.ts';
import { getMember, outboxOf } from '../../apps/network-node/network/member.ts';
import type { Act } from './act.ts';
import { roles } from './fault.ts';
import { linkingActs } from './linking-acts.ts';
import { NoMessage, type Story } from './story.ts';
import type { StoryKind } from './story-kind.ts';
import { usesAllowed, usesToSpare } from './uses-allowed.ts';

const signIn: Act = {
  name: 'she signs in',
  spanMs: 40,
  async run(story) {
    const outbox = outboxOf(story.at.network, 'saathi');
    // The code is spent once the session is open: where that answer is lost, she begins anew.
    const session = await story.insist(() => {
      const mark = markOutbox(outbox);
      const code = () =>
        waitForCode(outbox, story.contact.value, mark).catch((error: unknown) => {
          throw new NoMessage('the code of the consent manager', { cause: error });
        });
      return story.person.signIn(story.contact, code);
    });
    story.journal.acknowledge('session', session);
  },
};

const loanTerms = (now: Instant): ConsentTerms => ({
  purpose: { code: 'credit-assessment', text: 'To decide on a loan' },
  dataTypes: [{ type: 'bank.account-summary' }, { type: 'bank.transaction' }],
  dataRange: { from: addDuration(now, 'P10Y', -1), to: now },
  consentMode: 'STORE',
  fetchType: 'PERIODIC',
  consentPeriod: { start: now, expiry: addDuration(now, 'P1M') },
  dataLife: 'P30D',
  dataFilter: [],
  eraseOnRevocation: false,
});

const termsOf: Record<StoryKind, Partial<ConsentTerms>> = {
  limited: { frequency: { max: usesAllowed, per: 'DAY' } },
  'one-time': { fetchType: 'ONETIME' },
  'two-providers': { frequency: { max: 1, per: 'DAY' } },
  'withdrawn-midway': { frequency: { max: usesToSpare, per: 'DAY' }, eraseOnRevocation: true },
};

const ask: Act = {
  name: 'the lender asks for her consent',
  spanMs: 40,
  async run(story) {
    const now = toInstant(Date.now());
    const asking = {
      consentManager: getMember(story.at.network, 'saathi').id,
      principal: story.journal.get('session').principal,
      terms: { ...loanTerms(now), ...termsOf[story.kind] },
      notice: { language: 'en', text: 'Fairlend asks for your statements.' },
      mayBeNarrowed: true,
    };
    const { id, handle } = await story.insist(() => story.lender.ask(asking, `ask-${story.seed}`));
    if (handle === undefined) throw new Error('an acknowledged consent request has no handle');
    story.journal.acknowledge('asked', { id, handle });
  },
};

const approve: Act = {
  name: 'she says yes, to less than was asked',
  spanMs: 45,
  hearers: [roles.provider, roles.user],
  async run(story) {
    const { handle } = story.journal.get('asked');
    const { terms } = await story.insist(() => story.person.request(handle));
    const { to } = terms.dataRange;
    const narrowing = {
      dataTypes: [{ type: 'bank.transaction' }],
      dataRange: { from: addDuration(to, 'P9Y', -1), to },
    };
    const consent = await story.insist(() => story.person.approve(handle, { narrowing }));
    story.journal.acknowledge('consent', consent.id);
    acknowledgeStanding(story, consent);
  },
};

const hear: Act = {
  name: 'the lender hears of it',
  spanMs: 40,
  async run(story) {
    const { id } = story.journal.get('asked');
    const { consentId } = await story.until(
      () => story.lender.asked(id),
      (asked) => asked.consentId !== undefined,
      'the artefact at the lender',
    );
    story.journal.acknowledge('heard', consentId ?? '');
  },
};

export function acknowledgeStanding({ journal }: Story, { state, version }: ConsentView): void {
  journal.acknowledge('standings', [...(journal.find('standings') ?? []), { state, version }]);
  journal.acknowledge('standing', { state, version });
}

const [linkBank, linkFund] = [linkingActs(roles.provider), linkingActs(roles.fund)];

/** From signing in to a consent that everyone has heard of. */
export const grantingActs: readonly Act[] = [signIn, ...linkBank, ask, approve, hear];
/** The same with accounts at two providers. */
export const grantingActsOfTwo: readonly Act[] = [signIn, ...linkBank, ...linkFund, ask, approve, hear];
