import type { Member } from '../network/member.ts';
import { contactsFileIn, hospitalExportIn } from './demo-people.ts';

/** The organisations of the demo network. Nobody of these names exists; `.example` is reserved (RFC 2606). */
export function demoMembers(folder: string, seed: string): readonly Member[] {
  return [
    { name: 'registry', role: 'trust-registry', id: 'https://registry.assent.example', title: 'Open Trust Registry' },
    { name: 'saathi', role: 'consent-manager', id: 'https://saathi.example', title: 'Saathi Consent Manager' },
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
