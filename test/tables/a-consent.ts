import type { ConsentQuestion, ConsentTerms } from '#domain';

/** Six months of bank statements for a loan, erased on revocation: the consent that the tables vary. */
export const terms: ConsentTerms = {
  purpose: { code: 'credit-assessment', text: 'To decide on your loan application' },
  dataTypes: [
    { type: 'bank.account-summary' },
    { type: 'bank.transaction', fields: ['transactionId', 'bookedAt', 'amount'] },
  ],
  dataRange: { from: '2026-01-01T00:00:00.000Z', to: '2026-07-01T00:00:00.000Z' },
  consentMode: 'STORE',
  fetchType: 'PERIODIC',
  frequency: { max: 2, per: 'DAY' },
  consentPeriod: { start: '2026-07-01T00:00:00.000Z', expiry: '2026-10-01T00:00:00.000Z' },
  dataLife: 'P30D',
  dataFilter: [],
  eraseOnRevocation: true,
};

/** A question that nothing speaks against. */
export const allowed: ConsentQuestion = {
  now: '2026-08-01T12:00:00.000Z',
  consent: { terms, standing: { state: 'ACTIVE', version: 1 }, dataUser: 'https://lender.example' },
  ask: {
    dataUser: 'https://lender.example',
    purpose: 'credit-assessment',
    dataTypes: terms.dataTypes,
    dataRange: terms.dataRange,
  },
  usesInWindow: 0,
  requestedAt: '2026-08-01T11:59:00.000Z',
  unlinkedAccounts: [],
  inactiveParticipants: [],
};
