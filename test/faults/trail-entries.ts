import type { TrailAct } from '#domain';
import { getMember } from '../../apps/network-node/network/member.ts';
import { isPending } from './acknowledged-kept.ts';
import type { EndedRound } from './ended-round.ts';
import { roles } from './fault.ts';
import type { Standing } from './journal.ts';

/** An act that somebody was told is done. */
export interface ActDone {
  readonly act: TrailAct;
  /** The consent, data session or data request that it is about, as the role which did it knows it. */
  readonly about: string;
}

/** Role -> what has to stand in its trail, once: what was acknowledged in the round. */
export async function entriesDue({ story, books }: EndedRound): Promise<ReadonlyMap<string, readonly ActDone[]>> {
  const { journal } = story;
  const consent = journal.find('consent');
  if (consent === undefined) return new Map();
  const [heard, held] = [journal.find('heard'), journal.find('held')];
  const asked = [journal.find('fetched'), held === undefined ? undefined : await story.lender.fetched(held)];
  const authorised = asked.flatMap((request) => request?.sessions ?? []);
  const received = authorised.filter(({ state }) => state === 'COMPLETED' || state === 'PARTIAL');
  const came = received.map(sessionOf);
  const requests = await books.dataRequestsOf(authorised.map(sessionOf));
  const released = async (provider: 'bank' | 'fund') => {
    const { id } = getMember(story.at.network, provider);
    const toUser = received.filter(({ dataProvider }) => dataProvider === id).map(sessionOf);
    const { sessions } = await books.idsAtProvider(consent, provider);
    return each('data.released', [...new Set([...toUser, ...sessions])]);
  };
  const each = (act: TrailAct, ids: readonly string[]) => ids.map((about) => ({ act, about }));
  const receipt = journal.find('receipt');
  // A further receipt, and its entry, follow where files were still to be deleted.
  const erased = receipt === undefined || isPending(receipt) ? [] : [consent];
  return new Map([
    [
      roles.manager,
      [
        ...(journal.find('standings') ?? []).map((standing) => ({ act: actOf(standing), about: consent })),
        ...each('data-request.authorised', requests),
        ...each('data.received', came),
        ...each('data.erased', erased),
      ],
    ],
    [roles.provider, await released(roles.provider)],
    [roles.fund, await released(roles.fund)],
    [
      roles.user,
      [
        ...each('consent-artefact.kept', heard === undefined ? [] : [heard]),
        ...each('data.received', came),
        ...each('data.erased', heard === undefined || erased.length === 0 ? [] : [heard]),
      ],
    ],
  ]);
}

const sessionOf = ({ sessionId }: { readonly sessionId: string }) => sessionId;

function actOf({ state, version }: Standing): TrailAct {
  if (version === 1) return 'consent-request.approved';
  if (state === 'ACTIVE') return 'consent-artefact.resumed';
  return state === 'PAUSED' ? 'consent-artefact.paused' : 'consent-artefact.revoked';
}
