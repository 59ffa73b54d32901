import { join } from 'node:path';
import type { Member } from '../../apps/network-node/network/member.ts';

export const troubledNames = ['registry', 'saathi', 'bank', 'hospital', 'lender', 'rival'] as const;
export type TroubledName = (typeof troubledNames)[number];

/** Known to bank and hospital. */
export const troubledPerson = { kind: 'email', value: 'meera.iyer@mail.example' } as const;
export const troubledContacts = { 'customer-1': { email: troubledPerson.value } };
export const contactsIn = (folder: string): string => join(folder, 'contacts.json');

const often = { TRAIL_CHECKPOINT_SECONDS: '1', TRAIL_WITNESS_SECONDS: '1', KEY_OVERLAP_SECONDS: '86400' };
/** Without timers: as where the process that runs them has ended unseen. */
export const withoutJobs = { RUN: 'http' };

/** Short lives of what is to end, so that a day or two brings it about. */
export function troubledMembers(folder: string): readonly Member[] {
  const all: readonly Member[] = [
    {
      name: 'registry',
      role: 'trust-registry',
      id: 'https://registry.troubled.example',
      title: 'Open Trust Registry',
      settings: { ...withoutJobs, TRUST_LIST_RENEWAL_SECONDS: '60', TRUST_LIST_VALID_SECONDS: '3600' },
    },
    {
      name: 'saathi',
      role: 'consent-manager',
      id: 'https://saathi.troubled.example',
      title: 'Saathi Consent Manager',
      settings: { ...often, EVENT_RETRY_DAYS: '1' },
    },
    {
      name: 'bank',
      role: 'data-provider-adapter',
      id: 'https://harbour-bank.troubled.example',
      title: 'Harbour Bank',
      settings: {
        ...often,
        RECORD_SOURCE: 'generated-statements',
        STATEMENTS_SEED: 'troubled',
        CONTACTS_FILE: contactsIn(folder),
      },
    },
    {
      name: 'hospital',
      role: 'data-provider-adapter',
      id: 'https://st-brigid.troubled.example',
      title: 'St Brigid Hospital',
      settings: {
        RECORD_SOURCE: 'fhir-rest',
        // Nobody listens there.
        FHIR_URL: 'http://127.0.0.1:9/fhir',
        CONTACTS_FILE: contactsIn(folder),
      },
    },
    { name: 'lender', role: 'data-user-gateway', id: 'https://fairlend.troubled.example', title: 'Fairlend' },
    { name: 'rival', role: 'data-user-gateway', id: 'https://quick-loans.troubled.example', title: 'Quick Loans' },
  ];
  return all.map((member) => ({
    ...member,
    settings: { LOG_LEVEL: 'fatal', DATABASE_POOL_SIZE: '4', DEMO_SIGN_IN: 'on', NODE_ENV: '', ...member.settings },
  }));
}
