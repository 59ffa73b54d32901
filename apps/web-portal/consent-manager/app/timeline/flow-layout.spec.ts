import { describe, expect, it } from 'vitest';
import { layFlow } from './flow-layout.ts';
import type { DataHolders } from './timeline-queries.ts';

const bank = { id: 'https://bank.example', name: 'Bank' };
const hospital = { id: 'https://hospital.example', name: 'Hospital' };
const lender = { id: 'https://lender.example', name: 'Lender' };

const held = (overdue: number): DataHolders['dataUsers'][number]['held'][number] => ({
  ...{ consentId: 'c', from: bank, dataTypes: [], records: 3, since: '', until: null, overdue },
});
const consent: DataHolders['dataUsers'][number]['consents'][number] = {
  ...{
    id: 'c',
    state: 'ACTIVE',
    purpose: { code: '', title: '' },
    dataTypes: [],
    dataProviders: [bank],
    expiresAt: '',
  },
};
const holders = (dataUser: Partial<DataHolders['dataUsers'][number]>): DataHolders => ({
  dataProviders: [bank, hospital].map((participant) => ({ participant, accounts: [] })),
  dataUsers: [{ participant: lender, consents: [], held: [], ...dataUser }],
});

describe('the picture of who holds what', () => {
  it('has who has her data at the source on one side and who has a copy on the other', () => {
    const flow = layFlow(holders({}));
    expect(flow.sources).toEqual([bank, hospital]);
    expect(flow.receivers).toEqual([lender]);
    expect(flow.edges).toEqual([]);
    expect(flow.height).toBe(144);
  });

  it.each<[string, Partial<DataHolders['dataUsers'][number]>]>([
    ['may-ask', { consents: [consent] }],
    ['holds', { consents: [consent], held: [held(0)] }],
    ['overdue', { consents: [consent], held: [held(0), held(2)] }],
  ])('draws one line for a pair, for the gravest that ties them: %s', (kind, dataUser) => {
    const flow = layFlow(holders(dataUser));
    expect(flow.edges).toEqual([{ from: bank.id, to: lender.id, kind, fromY: 32, toY: 72 }]);
  });

  it('shows a source that is not linked any more, while a copy of it is held', () => {
    const flow = layFlow({ ...holders({ held: [held(0)] }), dataProviders: [] });
    expect(flow.sources).toEqual([bank]);
  });
});
