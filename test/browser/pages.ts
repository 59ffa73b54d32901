import { asAdmin, asPerson } from './demo-session.ts';
import { at, type VisitedPage, type VisitedSet } from './page-set.ts';
import { troubledSets } from './troubled-pages.ts';

const picturedIn = 'provider';
const shared: readonly VisitedPage[] = [
  { name: 'sign-in', at: '', isSignedOut: true, picturedIn },
  { name: 'overview', at: '' },
  { name: 'keys', at: 'keys', picturedIn },
  { name: 'trail', at: 'trail', picturedIn },
  { name: 'operators', at: 'operators', picturedIn },
  { name: 'access', at: 'access', picturedIn },
];
const events: VisitedPage = { name: 'events', at: 'events', picturedIn };

/** Every page of the product: what stands here is visited, judged and pictured. */
export const visitedSets: readonly VisitedSet[] = [
  {
    name: 'person',
    originOf: at('saathi'),
    path: '/app/',
    signIn: asPerson,
    pages: [
      { name: 'sign-in', at: '', isSignedOut: true },
      { name: 'requests', at: '' },
      { name: 'request', at: ({ handle }) => `requests/${handle}` },
      { name: 'whole-request', at: ({ wholeHandle }) => `requests/${wholeHandle}` },
      { name: 'consents', at: 'consents' },
      { name: 'active-consent', at: ({ consents }) => `consents/${consents.ACTIVE}` },
      { name: 'paused-consent', at: ({ consents }) => `consents/${consents.PAUSED}` },
      { name: 'ended-consent', at: ({ consents }) => `consents/${consents.REVOKED}` },
      { name: 'receipts', at: 'receipts' },
      { name: 'timeline', at: 'timeline' },
      { name: 'accounts', at: 'accounts' },
      { name: 'rules', at: 'rules' },
      { name: 'security', at: 'security' },
      { name: 'notifications', at: 'notifications' },
      { name: 'no-such-page', at: 'no-such-page' },
    ],
  },
  {
    name: 'provider',
    originOf: at('bank'),
    path: '/console/',
    signIn: asAdmin,
    pages: [
      ...shared,
      events,
      { name: 'data-sessions', at: 'data-sessions' },
      { name: 'data-session', at: ({ sessionId }) => `data-sessions/${sessionId}` },
      { name: 'refusals', at: 'refusals' },
      { name: 'record-sources', at: 'record-sources' },
      { name: 'data-types', at: 'data-types' },
    ],
  },
  {
    name: 'data-user',
    originOf: at('lender'),
    path: '/console/',
    signIn: asAdmin,
    pages: [
      ...shared,
      events,
      { name: 'ask', at: 'ask' },
      { name: 'consents', at: 'consents' },
      { name: 'data-sessions', at: 'data-sessions' },
      { name: 'data-session', at: ({ sessionId }) => `data-sessions/${sessionId}` },
      { name: 'records', at: 'records' },
      { name: 'erasures', at: 'erasures' },
    ],
  },
  {
    name: 'manager',
    originOf: at('saathi'),
    path: '/console/',
    signIn: asAdmin,
    pages: [
      ...shared,
      events,
      { name: 'requests', at: 'requests' },
      { name: 'delivery-health', at: 'delivery-health' },
    ],
  },
  {
    name: 'network',
    originOf: at('registry'),
    path: '/console/',
    signIn: asAdmin,
    pages: [
      ...shared,
      { name: 'participants', at: 'participants' },
      { name: 'trust-list', at: 'trust-list' },
      { name: 'flow', at: 'flow' },
    ],
  },
  {
    name: 'tour',
    originOf: ({ demo }) => new URL(demo.tour).origin,
    path: '/tour/',
    pages: [{ name: 'tour', at: '' }],
  },
  ...troubledSets,
];
