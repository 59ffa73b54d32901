import { expect } from 'vitest';
import { ProblemAnswer } from '../../apps/network-node/clients/json-client.ts';
import type { Books } from './books.ts';
import { digestsAtSource, digestsOf } from './records.ts';
import type { Story } from './story.ts';

/** What was acknowledged before the power cut holds after it, as everyone can see who was promised it. */
export async function checkKept(story: Story): Promise<void> {
  const { journal, person, lender } = story;
  const session = journal.find('session');
  if (session === undefined) return;
  expect(await person.me(), 'her session').toMatchObject({ principal: session.principal });
  const links = journal.find('links');
  if (links !== undefined) {
    expect((await person.accounts()).links.map(({ id }) => id).sort()).toEqual(links.map(({ id }) => id).sort());
  }
  const asked = journal.find('asked');
  if (asked !== undefined) {
    expect(await lender.asked(asked.id), 'the handle').toMatchObject({ handle: asked.handle });
    expect(await person.request(asked.handle), 'the request').toMatchObject({ handle: asked.handle });
  }
  await checkConsentKept(story);
  await checkDataKept(story);
}

/** Where an act was under way it may have come to pass, once: one version further than was acknowledged. */
async function checkConsentKept({ journal, person, lender }: Story): Promise<void> {
  const id = journal.find('consent');
  if (id === undefined) return;
  const acknowledged = journal.get('standing');
  const { state, version } = await person.consent(id);
  expect([acknowledged.version, acknowledged.version + 1], 'the version of the consent').toContain(version);
  if (version === acknowledged.version) expect(state, 'the state of the consent').toBe(acknowledged.state);
  expect((await person.consents()).consents.map((consent) => consent.id)).toEqual([id]);
  const heard = journal.find('heard');
  if (heard !== undefined) expect(await lender.consent(heard), 'the artefact').toMatchObject({ id: heard });
}

async function checkDataKept({ journal, lender }: Story): Promise<void> {
  const fetched = journal.find('fetched');
  if (fetched?.state === 'COMPLETED') expect(await lender.fetched(fetched.id)).toMatchObject({ state: 'COMPLETED' });
  else if (fetched !== undefined) expect(await lender.fetched(fetched.id)).toMatchObject({ id: fetched.id });
  const held = journal.find('held');
  if (held !== undefined) expect(await lender.fetched(held), 'what is held').toMatchObject({ id: held });
  const heard = journal.find('heard');
  const receipt = journal.find('receipt');
  const records = journal.find('records');
  if (heard === undefined || records === undefined) return;
  if (receipt !== undefined) {
    expect(await lender.erase(heard), 'the receipt').toMatchObject({ receipt });
    expect(await read()).toBe('data-erased');
  } else if (journal.get('standing').state !== 'REVOKED') {
    // Once she has withdrawn, erasing may be what was under way.
    expect(await read(), 'the records').toEqual(records);
  }

  function read() {
    return digestsOf(lender.records(heard ?? '')).catch((error: unknown) => {
      if (error instanceof ProblemAnswer) return error.code;
      throw error;
    });
  }
}

/** However the story was interrupted, it ends as if it had not been. */
export async function checkEnd(story: Story, books: Books): Promise<void> {
  const { journal, person, lender, seed } = story;
  await story.until(
    () => books.findUnderWay(),
    (rows) => rows.length === 0,
    'the end of all that was under way',
  );
  expect(await books.findWrong(), 'lost, dead or twice').toEqual([]);
  const id = journal.get('consent');
  const consent = await person.consent(id);
  expect(consent).toMatchObject({ state: 'REVOKED', version: 4 });
  expect(await lender.consent(journal.get('heard'))).toMatchObject({ state: 'REVOKED', version: 4 });
  expect(await books.accountOf(id)).toEqual(whole);
  expect(journal.get('records')).toEqual(await digestsAtSource(seed, consent.terms.dataRange));
  expect(await countTimeline(story)).toEqual(timeline);
}

/** What the three roles hold of one consent when its story is over. */
const whole = {
  standingAtProvider: 'REVOKED 4',
  usesAtManager: 2,
  usesAtProvider: 1,
  releases: 1,
  receivedAndErased: 1,
  receipts: 2,
  leftOver: 0,
};

/** What the person reads in the end: everything once. */
const timeline = {
  'principal.joined': 1,
  'account.linked': 2,
  'consent-request.received': 1,
  'consent-request.narrowed': 1,
  'consent.paused': 1,
  'consent.resumed': 1,
  'consent.revoked': 1,
  'data-request.authorised': 2,
  'data-request.refused': 3,
  'data-session.sent': 1,
  'data-session.received': 1,
  'data-session.erased': 1,
};

async function countTimeline({ person }: Story): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of (await person.timeline()).entries) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
