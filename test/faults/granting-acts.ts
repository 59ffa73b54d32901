import { addDuration, type ConsentTerms, type Instant, toInstant } from '#domain';
import { ProblemAnswer } from '../../apps/network-node/clients/json-client.ts';
import { markOutbox, readOutbox, waitForCode } from '../../apps/network-node/clients/outbox.ts';
import type { ConsentView, LinkedAccountView } from '../../apps/network-node/clients/person-client.ts';
import { getMember, outboxOf } from '../../apps/network-node/network/member.ts';
import type { Act } from './act.ts';
import { roles } from './fault.ts';
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

const findAccounts: Act = {
  name: 'she has the bank look for her accounts',
  spanMs: 40,
  async run(story) {
    const bank = getMember(story.at.network, 'bank').id;
    const { linkRequestId } = await story.insist(() => story.person.startLinking(bank));
    story.journal.acknowledge('linkRequestId', linkRequestId);
  },
};

const linkAccounts: Act = {
  name: 'she links them with the code of the bank, mistyped at first',
  spanMs: 60,
  async run(story, books) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await enterCode(story, story.at.clocks.wereWrong ? codePatienceMs : undefined);
      } catch (error) {
        if (!story.at.clocks.wereWrong || attempt === 4) throw error;
        // By a fast clock her code was over before it was written, and nobody remembers that she asked.
        await findAccounts.run(story, books);
      }
    }
  },
};

/** So long she waits for a code, and for one that fits, before she asks for another. */
const codePatienceMs = 8000;

async function enterCode(story: Story, patienceMs: number | undefined): Promise<void> {
  const linkRequestId = story.journal.get('linkRequestId');
  const code = await story.until(async () => newestCode(story), isThere, 'a code of the bank', patienceMs);
  const mistyped = `${(Number(code) + 1) % 1_000_000}`.padStart(6, '0');
  const linked = await story.insist(() => tryCode(story, linkRequestId, mistyped));
  if (linked !== undefined) throw new Error('a wrong code was taken');
  // Each wrong code is one of five: the one that was wrong is not tried again.
  let refused: string | undefined;
  const tryNewest = async () => {
    const newest = newestCode(story);
    if (newest === refused && !story.at.clocks.isWrong) return undefined;
    const links = await tryCode(story, linkRequestId, newest);
    if (links === undefined) refused = newest;
    return links;
  };
  const links = await story.until(tryNewest, isThere, 'a code of the bank that fits', patienceMs);
  story.journal.acknowledge('links', links ?? []);
}

const isThere = (answer: unknown) => answer !== undefined;

/** Where writing to her broke off, she is written to again, and the newer code is the one that holds. */
function newestCode({ at, contact }: Story): string | undefined {
  const letters = readOutbox(outboxOf(at.network, 'bank')).filter(({ to }) => to.value === contact.value);
  return /\b\d{6}\b/.exec(letters.at(-1)?.text ?? '')?.[0];
}

/** @returns undefined where there is no code yet, or a newer one is on its way */
async function tryCode(
  { person }: Story,
  linkRequestId: string,
  code: string | undefined,
): Promise<LinkedAccountView[] | undefined> {
  if (code === undefined) return undefined;
  try {
    return (await person.confirmLinking(linkRequestId, code)).links;
  } catch (error) {
    if (error instanceof ProblemAnswer && error.code === 'code-wrong-or-expired') return undefined;
    throw error;
  }
}

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
  journal.acknowledge('standing', { state, version });
}

/** From signing in to a consent that everyone has heard of. */
export const grantingActs: readonly Act[] = [signIn, findAccounts, linkAccounts, ask, approve, hear];
