import { ProblemAnswer } from '../../apps/network-node/clients/json-client.ts';
import { readClaims } from '../../apps/network-node/network/call-seen.ts';
import { digestsOf } from './records.ts';
import type { Story } from './story.ts';

/**
 * What was acknowledged holds, as everyone can see who was promised it. An act that is under way meanwhile may have come
 * to pass, once: one version further than was acknowledged.
 *
 * @returns what does not
 */
export async function findAcknowledgedLost(story: Story): Promise<string[]> {
  const lost: string[] = [];
  for (const [what, isKept] of Object.entries(promises)) {
    const said = await story.persist(() => isKept(story));
    if (said !== true) lost.push(`${what}: ${said}`);
  }
  return lost;
}

/** Each true, or what is there instead. */
const promises: Record<string, (story: Story) => Promise<true | string>> = {
  'her session': async ({ journal, person }) => {
    const session = journal.find('session');
    return session === undefined || same((await person.me()).principal, session.principal);
  },
  'her accounts': async ({ journal, person }) => {
    const links = journal.find('links');
    return links === undefined || same(idsOf((await person.accounts()).links), idsOf(links));
  },
  'the request': async ({ journal, person, lender }) => {
    const asked = journal.find('asked');
    if (asked === undefined) return true;
    const [atLender, atManager] = [await lender.asked(asked.id), await person.request(asked.handle)];
    return same([atLender.handle, atManager.handle], [asked.handle, asked.handle]);
  },
  'the consent': async ({ journal, person }) => {
    const id = journal.find('consent');
    if (id === undefined) return true;
    const promised = journal.get('standing');
    const { state, version } = await person.consent(id);
    const isFurther = version === promised.version + 1;
    return isFurther || same([state, version], [promised.state, promised.version]);
  },
  'the consents she sees': async ({ journal, person }) => {
    const id = journal.find('consent');
    return id === undefined || same(idsOf((await person.consents()).consents), [id]);
  },
  'the artefact at the lender': async ({ journal, lender }) => {
    const heard = journal.find('heard');
    return heard === undefined || same((await lender.consent(heard)).id, heard);
  },
  'the data request': async ({ journal, lender }) => {
    const fetched = journal.find('fetched');
    if (fetched === undefined) return true;
    const { id, state } = await lender.fetched(fetched.id);
    return same(id, fetched.id) === true && fetched.state === 'COMPLETED' ? same(state, 'COMPLETED') : true;
  },
  'what is held': async ({ journal, lender }) => {
    const held = journal.find('held');
    return held === undefined || same((await lender.fetched(held)).id, held);
  },
  'the receipt': async ({ journal, lender }) => {
    const [heard, receipt] = [journal.find('heard'), journal.find('receipt')];
    if (heard === undefined || receipt === undefined) return true;
    // Where files were still to be deleted a further one tells what became of them.
    if (isPending(receipt)) return true;
    return same((await lender.erase(heard)).receipt, receipt);
  },
  'the records': async ({ journal, lender }) => {
    const [heard, records] = [journal.find('heard'), journal.find('records')];
    if (heard === undefined || records === undefined) return true;
    const isErased = journal.find('receipt') !== undefined;
    // Once she has withdrawn, erasing may be what is under way.
    if (!isErased && journal.get('standing').state === 'REVOKED') return true;
    const read = await digestsOf(lender.records(heard)).catch((error: unknown) => {
      if (error instanceof ProblemAnswer && error.status === 410) return error.code;
      throw error;
    });
    if (isErased) return read === 'data-erased' || 'they can still be read';
    return same(read.length, records.length) === true && same(read, records) === true ? true : 'they are others';
  },
};

const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id).sort();

function same(found: unknown, wanted: unknown): true | string {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  return one === other || `${one}, not ${other}`;
}

/** Whether a deletion receipt says of a hand-over that it is still to be erased. */
export function isPending(receipt: string): boolean {
  const handOvers = readClaims(receipt)?.['handOvers'] as readonly { status: string }[] | undefined;
  return handOvers?.some(({ status }) => status === 'pending') ?? false;
}
