import { v7 as uuidv7 } from 'uuid';
import type { ManagerUnderTest } from './manager-under-test.ts';

/** What the next to link finds: two accounts at the bank, of which one holds less, and a ward. @returns their link ids */
export function offerAccounts({ counterparts, bank, hospital }: ManagerUnderTest) {
  const accounts = { savings: uuidv7(), loans: uuidv7(), ward: uuidv7() };
  counterparts.accounts.set(bank.id, [
    { linkId: accounts.savings, label: 'Savings', dataTypes: ['bank.transaction', 'bank.account-summary'] },
    { linkId: accounts.loans, label: 'Loans', dataTypes: ['bank.account-summary'] },
  ]);
  counterparts.accounts.set(hospital.id, [
    { linkId: accounts.ward, label: 'Ward', dataTypes: ['fhir-r4.immunization'] },
  ]);
  return accounts;
}
