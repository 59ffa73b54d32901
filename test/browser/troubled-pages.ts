import { asAdmin } from './demo-session.ts';
import type { VisitedPage, VisitedSet } from './page-set.ts';
import type { TroubledName } from './troubled-members.ts';

const overview: VisitedPage = { name: 'overview', at: '' };

function troubled(name: string, member: TroubledName, pages: readonly VisitedPage[]): VisitedSet {
  const originOf: VisitedSet['originOf'] = async (stage) => (await stage.troubled()).originOf(member);
  return { name: `troubled-${name}`, originOf, path: '/console/', signIn: asAdmin, isAgain: true, pages };
}

/** Consoles as they are where something is wrong. */
export const troubledSets: readonly VisitedSet[] = [
  troubled('provider', 'bank', [
    overview,
    { name: 'keys', at: 'keys' },
    { name: 'trail', at: 'trail' },
    { name: 'operators', at: 'operators' },
  ]),
  troubled('source', 'hospital', [
    overview,
    { name: 'record-sources', at: 'record-sources' },
    { name: 'data-sessions', at: 'data-sessions' },
  ]),
  troubled('data-user', 'lender', [
    overview,
    { name: 'erasures', at: 'erasures' },
    { name: 'consents', at: 'consents' },
    { name: 'data-sessions', at: 'data-sessions' },
  ]),
  troubled('manager', 'saathi', [
    overview,
    { name: 'events', at: 'events' },
    { name: 'delivery-health', at: 'delivery-health' },
    { name: 'trail', at: 'trail' },
  ]),
  troubled('network', 'registry', [
    overview,
    { name: 'trust-list', at: 'trust-list' },
    { name: 'flow', at: 'flow' },
    { name: 'trail', at: 'trail' },
  ]),
];
