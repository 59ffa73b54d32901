import type { Member } from '../network/member.ts';
import { contactsFileIn, demoPerson, hospitalExportIn } from './demo-people.ts';

/**
 * No wall stands before the demo: whoever opens its pages is its person, or an operator. In production there is none
 * (the roles would not start with the switch on).
 */
export function withDemoSignIn(members: readonly Member[], seed: string, NODE_ENV = ''): readonly Member[] {
  if (NODE_ENV === 'production') return members;
  const demo = { DEMO_SIGN_IN: 'on', DEMO_PERSON_EMAIL: demoPerson(seed).contact.value, NODE_ENV };
  return members.map((member) => ({ ...member, settings: { ...demo, ...member.settings } }));
}

/** The organisations of the demo network. Nobody of these names exists; `.example` is reserved (RFC 2606). */
export function demoMembers(folder: string, seed: string): readonly Member[] {
  return [
    { name: 'registry', role: 'trust-registry', id: 'https://registry.assent.example', title: 'Open Trust Registry' },
    {
      name: 'saathi',
      role: 'consent-manager',
      id: 'https://saathi.example',
      title: 'Saathi Consent Manager',
      settings: { WEB_PUSH_CONTACT: 'mailto:operations@saathi.example' },
    },
    {
      name: 'bank',
      role: 'data-provider-adapter',
      id: 'https://harbour-bank.example',
      title: 'Harbour Bank',
      settings: { RECORD_SOURCE: 'generated-statements', STATEMENTS_SEED: seed, CONTACTS_FILE: contactsFileIn(folder) },
    },
    {
      name: 'hospital',
      role: 'data-provider-adapter',
      id: 'https://st-brigid.example',
      title: 'St Brigid Hospital',
      settings: {
        RECORD_SOURCE: 'fhir-ndjson',
        FHIR_FOLDER: hospitalExportIn(folder),
        CONTACTS_FILE: contactsFileIn(folder),
      },
    },
    { name: 'lender', role: 'data-user-gateway', id: 'https://fairlend.example', title: 'Fairlend' },
    { name: 'clinic', role: 'data-user-gateway', id: 'https://riverside-clinic.example', title: 'Riverside Clinic' },
  ];
}
