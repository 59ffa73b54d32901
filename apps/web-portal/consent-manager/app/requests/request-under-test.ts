import type { RequestDetail } from './request-queries.ts';

const named = (names: readonly string[]) => names.map((name) => ({ name, title: name }));

/** A lender asks for two kinds of record, which two accounts hold and a third in part. */
export function requestUnderTest(over: Partial<RequestDetail> = {}): RequestDetail {
  return {
    handle: '01a2023b-3619-77b4-8def-1892df4475a1',
    state: 'PENDING',
    dataUser: {
      id: 'https://fairlend.example',
      name: 'Fairlend',
      verified: { since: '2026-01-01T00:00:00.000Z', roles: ['data-user'] },
    },
    purpose: { code: 'credit-assessment', title: 'Deciding on a loan', text: 'A loan', description: '' },
    askedAt: '2026-11-22T08:00:00.000Z',
    expiresAt: '2026-11-23T08:00:00.000Z',
    terms: {
      purpose: { code: 'credit-assessment', text: 'A loan' },
      dataTypes: [{ type: 'bank.account-summary' }, { type: 'bank.transaction' }],
      dataRange: { from: '2025-11-22T00:00:00.000Z', to: '2026-11-22T00:00:00.000Z' },
      consentMode: 'STORE',
      fetchType: 'PERIODIC',
      frequency: { max: 4, per: 'MONTH' },
      consentPeriod: { start: '2026-11-22T08:00:00.000Z', expiry: '2027-05-22T08:00:00.000Z' },
      dataLife: 'P6M',
      dataFilter: [],
      eraseOnRevocation: true,
    },
    mayBeNarrowed: true,
    consentId: null,
    dataTypes: [
      {
        type: 'bank.account-summary',
        title: 'Account summary',
        description: '',
        fields: named(['accountNumber', 'balance']),
        example: {},
      },
      {
        type: 'bank.transaction',
        title: 'Transactions',
        description: '',
        fields: named(['bookedAt', 'amount', 'counterparty']),
        example: {},
      },
    ],
    template: null,
    afterApproval: {
      consentMode: 'STORE',
      keptFor: 'P6M',
      mayBeAskedUntil: '2027-05-22T08:00:00.000Z',
      erasedOnRevocation: true,
    },
    notice: { language: 'en', text: 'A loan' },
    accounts: [
      account('a', 'Current ••1', ['bank.account-summary', 'bank.transaction']),
      account('b', 'Savings ••2', ['bank.account-summary']),
    ],
    reason: null,
    decidedAt: null,
    decidedBy: null,
    renews: null,
    ...over,
  };
}

function account(id: string, label: string, dataTypes: string[]): RequestDetail['accounts'][number] {
  return { id, dataProvider: 'https://harbour-bank.example', label, dataTypes, linkedAt: '2026-01-01T00:00:00.000Z' };
}
